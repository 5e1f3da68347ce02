package org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates;

import org.knime.node.parameters.updates.EffectPredicate;

/** The opposite of a condition. */
public final class Not implements EffectPredicate {
  private final EffectPredicate child;

  /** Of this one. */
  public Not(EffectPredicate childPredicate) {
    child = childPredicate;
  }

  /** It. */
  public EffectPredicate getChildPredicate() {
    return child;
  }

  @Override
  public <T> T accept(PredicateVisitor<T> visitor) {
    return visitor.visit(this);
  }
}
