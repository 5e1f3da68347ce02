package org.enf.knime.sampler;

import org.enf.core.dequantization.SizeDistribution;
import org.enf.knime.execution.DeviceChoice;
import org.enf.knime.execution.Requirements;
import org.enf.knime.sampler.SamplerLayout.Molecules;
import org.enf.knime.sampler.SamplerLayout.Way;
import org.enf.knime.solver.SolverChoice;
import org.enf.knime.solver.SolverLayout;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/**
 * The settings of the E-NF Sampler. Their names are keys in saved workflows and stay as they are.
 */
final class SamplerParameters implements NodeParameters {
  private static final int MOST_MOLECULES = 10_000_000;
  private static final int MOST_STEPS = 10_000;
  private static final int MOST_TOGETHER = 1000;

  @Widget(title = "Number of molecules", description = "How many molecules the table gets.")
  @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
  @Layout(Molecules.class)
  int count = 100;

  @Widget(
      title = "Keep",
      description =
          "Which of the molecules that are drawn go into the table. Drawing goes on until there are"
              + " enough, or the most draws are reached.")
  @ValueSwitchWidget
  @ValueReference(SamplerLayout.KeepReference.class)
  @Layout(Molecules.class)
  Keep keep = Keep.ALL;

  @Widget(
      title = "Most draws for each molecule",
      description =
          "Drawing ends after so many times the number of molecules, even if not enough were kept;"
              + " a warning tells that.")
  @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
  @Effect(predicate = SamplerLayout.IsChoosy.class, type = EffectType.SHOW)
  @Layout(Molecules.class)
  int mostDraws = 20;

  @Widget(title = "Number of atoms", description = "How many atoms, hydrogen included, they have.")
  @ValueSwitchWidget
  @ValueReference(SamplerLayout.SizesReference.class)
  @Layout(Molecules.class)
  Sizes sizes = Sizes.LEARNT;

  @Widget(title = "Atoms", description = "The number of atoms of each molecule.")
  @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
  @Effect(predicate = SamplerLayout.IsFixed.class, type = EffectType.SHOW)
  @Layout(Molecules.class)
  int atoms = 18;

  @Widget(title = "Least atoms", description = "The smallest number of atoms.")
  @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
  @Effect(predicate = SamplerLayout.IsRange.class, type = EffectType.SHOW)
  @Layout(Molecules.class)
  int leastAtoms = 10;

  @Widget(title = "Most atoms", description = "The largest number of atoms.")
  @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
  @Effect(predicate = SamplerLayout.IsRange.class, type = EffectType.SHOW)
  @Layout(Molecules.class)
  int mostAtoms = 20;

  @Widget(
      title = "Log-likelihood",
      description =
          "Adds a column with the bound on log p(x, h, M), the joint density of positions, types and"
              + " number of atoms under the model, in nats.")
  @ValueSwitchWidget
  @Layout(Molecules.class)
  LogLikelihood logLikelihood = LogLikelihood.NONE;

  @Widget(
      title = "Seed",
      description = "Determines the molecules: the same seed draws the same ones.")
  @Layout(Molecules.class)
  long seed;

  @Widget(
      title = "Solver",
      description = "By which method noise is turned into molecules.",
      advanced = true)
  @ValueReference(SolverLayout.Reference.class)
  @Layout(Way.class)
  SolverChoice solver = SolverChoice.USUAL;

  @Widget(
      title = "Steps",
      description = "How many equal steps. More are slower and, up to some 50, better.",
      advanced = true)
  @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
  @Effect(predicate = SolverLayout.HasSteps.class, type = EffectType.SHOW)
  @Layout(Way.class)
  int steps = 25;

  @Widget(
      title = "Tolerance",
      description = "How exact each step is. Smaller is slower.",
      advanced = true)
  @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
  @Effect(predicate = SolverLayout.HasTolerance.class, type = EffectType.SHOW)
  @Layout(Way.class)
  double tolerance = 1e-4;

  @Widget(
      title = "Molecules at a time",
      description = "How many go the way together. It changes speed and memory, not the molecules.",
      advanced = true)
  @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
  @Layout(Way.class)
  int batchSize = 50;

  @Widget(title = "Device", description = "On what they are computed.", advanced = true)
  @ValueSwitchWidget
  @Layout(Way.class)
  DeviceChoice device = DeviceChoice.CPU;

  @Override
  public void validate() throws InvalidSettingsException {
    Requirements.inRange("Number of molecules", count, 1, MOST_MOLECULES);
    Requirements.inRange("Most draws for each molecule", mostDraws, 1, MOST_MOLECULES);
    Requirements.inRange("Atoms", atoms, 1, SizeDistribution.MAX_ATOMS);
    Requirements.inRange("Least atoms", leastAtoms, 1, SizeDistribution.MAX_ATOMS);
    Requirements.inRange("Most atoms", mostAtoms, 1, SizeDistribution.MAX_ATOMS);
    Requirements.require(
        sizes != Sizes.RANGE || leastAtoms <= mostAtoms,
        "\"Least atoms\" must not be above \"Most atoms\".");
    Requirements.inRange("Steps", steps, 1, MOST_STEPS);
    Requirements.above("Tolerance", tolerance, 0, 1);
    Requirements.inRange("Molecules at a time", batchSize, 1, MOST_TOGETHER);
  }

  /** The sizes that are wanted, of those that a model knows. */
  SizeDistribution of(SizeDistribution learnt) {
    return switch (sizes) {
      case LEARNT -> learnt;
      case RANGE -> learnt.within(leastAtoms, mostAtoms);
      case FIXED -> learnt.within(atoms, atoms);
    };
  }
}
