package org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates;

import java.util.List;
import org.knime.node.parameters.updates.EffectPredicate;

/** All of several conditions. */
public final class And implements EffectPredicate {
  private final List<EffectPredicate> children;

  /** Of these. */
  public And(EffectPredicate... children) {
    this.children = List.of(children);
  }

  /** They. */
  public List<EffectPredicate> getChildren() {
    return children;
  }

  @Override
  public <T> T accept(PredicateVisitor<T> visitor) {
    return visitor.visit(this);
  }
}
