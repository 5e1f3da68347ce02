package org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates;

import org.knime.node.parameters.updates.EffectPredicate;

/**
 * A condition that no value of the dialog changes.
 *
 * @param value whether it holds
 */
public record ConstantPredicate(boolean value) implements EffectPredicate {
  @Override
  public <T> T accept(PredicateVisitor<T> visitor) {
    return visitor.visit(this);
  }
}
