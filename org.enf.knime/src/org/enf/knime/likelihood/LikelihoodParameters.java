package org.enf.knime.likelihood;

import org.enf.knime.execution.DeviceChoice;
import org.enf.knime.execution.Requirements;
import org.enf.knime.molecule.MoleculeColumn;
import org.enf.knime.molecule.MoleculeColumnChoices;
import org.enf.knime.solver.SolverChoice;
import org.enf.knime.solver.SolverLayout;
import org.enf.knime.solver.TraceChoice;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** The settings of the E-NF Likelihood. Their names are keys in saved workflows and stay. */
final class LikelihoodParameters implements NodeParameters {
  private static final int MOST_PROBES = 1000;
  private static final int MOST_STEPS = 10_000;
  private static final int MOST_TOGETHER = 1000;

  @Widget(
      title = "Molecule column",
      description = "The column with molecules and their positions in space (3D).")
  @ChoicesProvider(MoleculeColumnChoices.OfSecondPort.class)
  String moleculeColumn = "";

  @Widget(title = "Log-determinant", description = "How the flow's change of volume is found.")
  @ValueSwitchWidget
  @ValueReference(TraceReference.class)
  TraceChoice trace = TraceChoice.ESTIMATED;

  @Widget(
      title = "Probes",
      description =
          "How many estimates are averaged: four halve the noise, at four times the time.")
  @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
  @Effect(predicate = IsEstimated.class, type = EffectType.SHOW)
  int probes = 1;

  @Widget(
      title = "Seed",
      description = "Determines the noise of the dequantization and of the estimates.",
      advanced = true)
  long seed;

  @Widget(title = "Solver", description = "By which method the flow is solved.", advanced = true)
  @ValueReference(SolverLayout.Reference.class)
  SolverChoice solver = SolverChoice.DOPRI5;

  @Widget(title = "Steps", description = "How many equal steps.", advanced = true)
  @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
  @Effect(predicate = SolverLayout.HasSteps.class, type = EffectType.SHOW)
  int steps = 50;

  @Widget(
      title = "Tolerance",
      description = "How exact each step is. Smaller is slower.",
      advanced = true)
  @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
  @Effect(predicate = SolverLayout.HasTolerance.class, type = EffectType.SHOW)
  double tolerance = 1e-4;

  @Widget(
      title = "Molecules at a time",
      description = "How many are computed together. It changes speed and memory, not the values.",
      advanced = true)
  @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
  int batchSize = 20;

  @Widget(title = "Device", description = "On what they are computed.", advanced = true)
  @ValueSwitchWidget
  DeviceChoice device = DeviceChoice.CPU;

  LikelihoodParameters() {}

  LikelihoodParameters(NodeParametersInput input) {
    moleculeColumn = input.getInTableSpec(1).flatMap(MoleculeColumn::first).orElse("");
  }

  @Override
  public void validate() throws InvalidSettingsException {
    Requirements.inRange("Probes", probes, 1, MOST_PROBES);
    Requirements.inRange("Steps", steps, 1, MOST_STEPS);
    Requirements.above("Tolerance", tolerance, 0, 1);
    Requirements.inRange("Molecules at a time", batchSize, 1, MOST_TOGETHER);
  }

  /** The setting "Log-determinant". */
  static final class TraceReference implements ParameterReference<TraceChoice> {}

  /** Only estimates have probes. */
  static final class IsEstimated implements EffectPredicateProvider {
    @Override
    public EffectPredicate init(PredicateInitializer initializer) {
      return initializer.getEnum(TraceReference.class).isOneOf(TraceChoice.ESTIMATED);
    }
  }
}
