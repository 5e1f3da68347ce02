package org.enf.knime.learner;

import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.widget.OptionalWidget.DefaultValueProvider;

/** The dialog of the E-NF Learner: its sections, and what appears when. */
interface LearnerLayout {
  @Section(title = "Molecules")
  interface Data {}

  @Section(title = "Model")
  @After(Data.class)
  interface Model {}

  @Section(title = "Training")
  @After(Model.class)
  interface Training {}

  @Section(title = "Checks on the way")
  @After(Training.class)
  interface Checks {}

  @Section(title = "If a run is cancelled")
  @After(Checks.class)
  interface Continuation {}

  /** The setting "Start from". */
  final class StartFromReference implements ParameterReference<StartFrom> {}

  /** The setting "Size". */
  final class SizeReference implements ParameterReference<NetworkSize> {}

  /** Only new models have a size of their own. */
  final class StartsFromNothing implements EffectPredicateProvider {
    @Override
    public EffectPredicate init(PredicateInitializer initializer) {
      return initializer.getEnum(StartFromReference.class).isOneOf(StartFrom.NOTHING);
    }
  }

  /** The numbers belong to one of the sizes. */
  final class HasCustomSize implements EffectPredicateProvider {
    @Override
    public EffectPredicate init(PredicateInitializer initializer) {
      return initializer
          .getPredicate(StartsFromNothing.class)
          .and(initializer.getEnum(SizeReference.class).isOneOf(NetworkSize.CUSTOM));
    }
  }

  /** What is offered when a time limit is switched on. */
  final class FifteenMinutes implements DefaultValueProvider<Double> {
    @Override
    public Double computeState(NodeParametersInput input) {
      return 15.0;
    }
  }

  /** What is offered when a batch size is switched on. */
  final class UsualBatch implements DefaultValueProvider<Integer> {
    @Override
    public Integer computeState(NodeParametersInput input) {
      return 32;
    }
  }

  /** What is offered when a learning rate is switched on. */
  final class UsualRate implements DefaultValueProvider<Double> {
    @Override
    public Double computeState(NodeParametersInput input) {
      return 1e-2;
    }
  }
}
