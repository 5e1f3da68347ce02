package org.knime.core.webui.node.dialog.defaultdialog;

import java.util.Arrays;
import java.util.function.Predicate;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates.And;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates.ConstantPredicate;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates.PredicateVisitor;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates.ScopedPredicate;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.EffectPredicateProvider.PredicateInitializer;
import org.knime.node.parameters.updates.ParameterReference;

/** Makes conditions and evaluates them for the values of a dialog. */
final class Predicates implements PredicateInitializer, PredicateVisitor<Boolean> {
  private final DialogValues values;
  private final NodeParametersInput input;

  Predicates(DialogValues values, NodeParametersInput input) {
    this.values = values;
    this.input = input;
  }

  boolean holds(Class<? extends EffectPredicateProvider> provider) {
    return getPredicate(provider).accept(this);
  }

  private EffectPredicate scoped(Class<?> reference, Predicate<Object> condition) {
    // Fails where no field has the reference, as KNIME's dialog does.
    values.of(reference);
    return new ScopedPredicate(reference, condition);
  }

  @Override
  public <E extends Enum<E>> EnumReference<E> getEnum(
      Class<? extends ParameterReference<E>> reference) {
    return new EnumReference<>() {
      @Override
      @SafeVarargs
      public final EffectPredicate isOneOf(E... constants) {
        return scoped(reference, Arrays.asList(constants)::contains);
      }
    };
  }

  @Override
  public EffectPredicate getConstant(Predicate<NodeParametersInput> predicate) {
    return new ConstantPredicate(predicate.test(input));
  }

  @Override
  public EffectPredicate getPredicate(
      Class<? extends EffectPredicateProvider> predicateProviderClass) {
    return getPredicate(Instantiation.of(predicateProviderClass));
  }

  public EffectPredicate getPredicate(EffectPredicateProvider predicateProvider) {
    return predicateProvider.init(this);
  }

  @Override
  public Boolean visit(And and) {
    return and.getChildren().stream().allMatch(child -> child.accept(this));
  }

  @Override
  public Boolean visit(ConstantPredicate constantPredicate) {
    return constantPredicate.value();
  }

  @Override
  public Boolean visit(ScopedPredicate scopedPredicate) {
    return scopedPredicate.condition().test(values.of(scopedPredicate.reference()));
  }
}
