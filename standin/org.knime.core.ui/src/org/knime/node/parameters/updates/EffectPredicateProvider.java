package org.knime.node.parameters.updates;

import java.util.function.Predicate;
import org.knime.node.parameters.NodeParametersInput;

/** Makes a condition on the values of a dialog. */
@FunctionalInterface
public interface EffectPredicateProvider {
  /** Makes it. */
  EffectPredicate init(PredicateInitializer i);

  /** Where conditions come from. */
  interface PredicateInitializer {
    /**
     * Asks for the value of a field of an enum.
     *
     * @param <E> the enum
     */
    <E extends Enum<E>> EnumReference<E> getEnum(Class<? extends ParameterReference<E>> reference);

    /**
     * Conditions on a field of an enum.
     *
     * @param <E> the enum
     */
    interface EnumReference<E extends Enum<E>> {
      /** It is one of these. */
      @SuppressWarnings("unchecked")
      EffectPredicate isOneOf(E... values);
    }

    /** A condition on the input of the node, the same as long as the dialog is open. */
    EffectPredicate getConstant(Predicate<NodeParametersInput> predicate);

    /** The condition of another provider. */
    EffectPredicate getPredicate(Class<? extends EffectPredicateProvider> predicateProviderClass);
  }
}
