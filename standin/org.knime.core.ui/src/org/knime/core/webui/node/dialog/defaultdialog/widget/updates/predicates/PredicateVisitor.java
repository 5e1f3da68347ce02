package org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates;

/**
 * Evaluates conditions.
 *
 * @param <T> what comes of it
 */
public interface PredicateVisitor<T> {
  /** All of several. */
  T visit(And and);

  /** One that no value changes. */
  T visit(ConstantPredicate constantPredicate);

  /** One on the value of a field. */
  T visit(ScopedPredicate scopedPredicate);
}
