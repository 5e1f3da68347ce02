package org.enf.knime.scorer;

import org.enf.knime.molecule.MoleculeColumn;
import org.enf.knime.molecule.MoleculeColumnChoices;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.widget.choices.ChoicesProvider;

/** The settings of the Stability Scorer. Their names are keys in saved workflows and stay. */
final class ScorerParameters implements NodeParameters {
  @Widget(
      title = "Molecule column",
      description = "The column with the molecules to judge, with their positions in space (3D).")
  @ChoicesProvider(MoleculeColumnChoices.OfFirstPort.class)
  String moleculeColumn = "";

  @Widget(
      title = "Training molecule column",
      description = "The column of the optional training table with molecules in 3D.")
  @ChoicesProvider(MoleculeColumnChoices.OfSecondPort.class)
  @Effect(predicate = HasTraining.class, type = EffectType.SHOW)
  String trainingColumn = "";

  @Widget(
      title = "Seed",
      description = "Determines the draws of the bootstrap intervals.",
      advanced = true)
  long seed;

  ScorerParameters() {}

  ScorerParameters(NodeParametersInput input) {
    moleculeColumn = input.getInTableSpec(0).flatMap(MoleculeColumn::first).orElse("");
    if (hasTraining(input)) {
      trainingColumn = input.getInTableSpec(1).flatMap(MoleculeColumn::first).orElse("");
    }
  }

  private static boolean hasTraining(NodeParametersInput input) {
    return input.getInPortSpecs().length > 1;
  }

  /** The port for training molecules was added. */
  static final class HasTraining implements EffectPredicateProvider {
    @Override
    public EffectPredicate init(PredicateInitializer initializer) {
      return initializer.getConstant(ScorerParameters::hasTraining);
    }
  }
}
