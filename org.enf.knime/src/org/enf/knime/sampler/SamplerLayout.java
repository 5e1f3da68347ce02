package org.enf.knime.sampler;

import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;

/** The dialog of the E-NF Sampler: its sections, and what appears when. */
interface SamplerLayout {
  @Section(title = "Molecules")
  interface Molecules {}

  @Section(title = "Way from noise to molecules")
  @After(Molecules.class)
  interface Way {}

  /** The setting "Number of atoms". */
  final class SizesReference implements ParameterReference<Sizes> {}

  /** The setting "Keep". */
  final class KeepReference implements ParameterReference<Keep> {}

  /** All molecules have the same number. */
  final class IsFixed implements EffectPredicateProvider {
    @Override
    public EffectPredicate init(PredicateInitializer initializer) {
      return initializer.getEnum(SizesReference.class).isOneOf(Sizes.FIXED);
    }
  }

  /** The numbers lie in a range. */
  final class IsRange implements EffectPredicateProvider {
    @Override
    public EffectPredicate init(PredicateInitializer initializer) {
      return initializer.getEnum(SizesReference.class).isOneOf(Sizes.RANGE);
    }
  }

  /** Not all are kept. */
  final class IsChoosy implements EffectPredicateProvider {
    @Override
    public EffectPredicate init(PredicateInitializer initializer) {
      return initializer.getEnum(KeepReference.class).isOneOf(Keep.VALID, Keep.STABLE);
    }
  }
}
