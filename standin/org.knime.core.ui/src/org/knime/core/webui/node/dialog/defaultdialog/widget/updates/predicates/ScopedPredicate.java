package org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates;

import java.util.function.Predicate;
import org.knime.node.parameters.updates.EffectPredicate;

/**
 * A condition on the value of a field.
 *
 * @param reference the name of the field
 * @param condition what its value has to meet
 */
public record ScopedPredicate(Class<?> reference, Predicate<Object> condition)
    implements EffectPredicate {
  @Override
  public <T> T accept(PredicateVisitor<T> visitor) {
    return visitor.visit(this);
  }
}
