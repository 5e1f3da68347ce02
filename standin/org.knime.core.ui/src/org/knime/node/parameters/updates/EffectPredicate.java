package org.knime.node.parameters.updates;

import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates.And;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates.PredicateVisitor;

/** A condition on the values of a dialog. Made by the initializer of a provider. */
public interface EffectPredicate {
  /**
   * Evaluates it.
   *
   * @param <T> what comes of it
   */
  <T> T accept(PredicateVisitor<T> visitor);

  /** Holds if both do. */
  default EffectPredicate and(EffectPredicate other) {
    return new And(this, other);
  }
}
