package org.enf.knime.solver;

import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;

/** Which settings of a solver appear when. */
public interface SolverLayout {
  /** The setting "Solver". */
  final class Reference implements ParameterReference<SolverChoice> {}

  /** Its steps are fixed by the user. */
  final class HasSteps implements EffectPredicateProvider {
    @Override
    public EffectPredicate init(PredicateInitializer initializer) {
      return initializer
          .getEnum(Reference.class)
          .isOneOf(SolverChoice.MIDPOINT, SolverChoice.RK4, SolverChoice.EULER);
    }
  }

  /** It chooses its steps by a tolerance. */
  final class HasTolerance implements EffectPredicateProvider {
    @Override
    public EffectPredicate init(PredicateInitializer initializer) {
      return initializer.getEnum(Reference.class).isOneOf(SolverChoice.DOPRI5);
    }
  }
}
