package org.enf.knime.reader;

import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.widget.OptionalWidget.DefaultValueProvider;

/** The dialog of the QM9 Reader: its sections, and what appears when. */
interface ReaderLayout {
  @Section(title = "Source")
  interface Source {}

  @Section(title = "Molecules")
  @After(Source.class)
  interface Choice {}

  /** The setting "Rows". */
  final class RowsReference implements ParameterReference<ReaderParameters.Rows> {}

  /** Not all molecules become rows. */
  final class IsLimited implements EffectPredicateProvider {
    @Override
    public EffectPredicate init(PredicateInitializer initializer) {
      return initializer
          .getEnum(RowsReference.class)
          .isOneOf(ReaderParameters.Rows.FIRST, ReaderParameters.Rows.RANDOM);
    }
  }

  /** They are chosen at random. */
  final class IsRandom implements EffectPredicateProvider {
    @Override
    public EffectPredicate init(PredicateInitializer initializer) {
      return initializer.getEnum(RowsReference.class).isOneOf(ReaderParameters.Rows.RANDOM);
    }
  }

  /** What is offered when the filter is switched on: the largest molecules of QM9. */
  final class NineAtoms implements DefaultValueProvider<Integer> {
    @Override
    public Integer computeState(NodeParametersInput input) {
      return 9;
    }
  }
}
