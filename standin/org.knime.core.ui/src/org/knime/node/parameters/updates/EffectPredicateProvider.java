package org.knime.node.parameters.updates;

import java.util.function.Predicate;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates.And;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates.Not;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates.Or;
import org.knime.node.parameters.NodeParametersInput;

/** Makes a condition on the values of a dialog. */
@FunctionalInterface
public interface EffectPredicateProvider {
  /** Makes it. */
  EffectPredicate init(PredicateInitializer i);

  /** Where conditions come from. */
  interface PredicateInitializer {
    /** Asks for the value of a field with text. */
    StringReference getString(Class<? extends ParameterReference<String>> reference);

    /** Asks for the value of a check box. */
    BooleanReference getBoolean(Class<? extends ParameterReference<Boolean>> reference);

    /**
     * Asks for the value of a field of an enum.
     *
     * @param <E> the enum
     */
    <E extends Enum<E>> EnumReference<E> getEnum(Class<? extends ParameterReference<E>> reference);

    /** Conditions on text. */
    interface StringReference {
      /** It is this one. */
      EffectPredicate isEqualTo(String value);

      /** All of it matches this regular expression. */
      EffectPredicate matchesPattern(String pattern);
    }

    /** Conditions on a check box. */
    interface BooleanReference {
      /** It is checked. */
      EffectPredicate isTrue();

      /** It is not checked. */
      EffectPredicate isFalse();
    }

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

    /** Whether no field of the dialog has this name. */
    boolean isMissing(Class<? extends ParameterReference<?>> reference);

    /** A condition on the input of the node, the same as long as the dialog is open. */
    EffectPredicate getConstant(Predicate<NodeParametersInput> predicate);

    /** Never holds. */
    default EffectPredicate never() {
      return getConstant(input -> false);
    }

    /** Always holds. */
    default EffectPredicate always() {
      return getConstant(input -> true);
    }

    /** The condition of another provider. */
    EffectPredicate getPredicate(Class<? extends EffectPredicateProvider> predicateProviderClass);

    /** The condition of another provider. */
    EffectPredicate getPredicate(EffectPredicateProvider predicateProvider);
  }

  /** Holds if all do. */
  default EffectPredicate and(EffectPredicate... predicates) {
    return new And(predicates);
  }

  /** Holds if it does not. */
  default EffectPredicate not(EffectPredicate predicate) {
    return new Not(predicate);
  }

  /** Holds if one does. */
  default EffectPredicate or(EffectPredicate... predicates) {
    return new Or(predicates);
  }
}
