package org.enf.core.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.enf.core.dequantization.EnfSettings;
import org.enf.core.dequantization.SizeDistribution;
import org.enf.core.ode.Accuracy;
import org.enf.core.ode.SolverSettings;
import org.enf.core.training.MatchingSettings;

/**
 * A trained E-NF: what it is made of, its parameters, p(M), and where it comes from.
 *
 * @param settings the architecture
 * @param sizes p(M)
 * @param parameters in the order of {@link EnfSettings}; not to be changed
 * @param provenance where it comes from
 */
public record EnfModel(
    EnfSettings settings, SizeDistribution sizes, double[] parameters, Provenance provenance)
    implements StoredModel {
  private static final SolverSettings MATCHED =
      SolverSettings.fixed("midpoint", 25).withGridPower(1.5);
  private static final SolverSettings FINELY_MATCHED =
      SolverSettings.fixed("midpoint", 4 * MATCHED.steps()).withGridPower(MATCHED.gridPower());
  private static final SolverSettings TIGHT =
      SolverSettings.adaptive("dopri5", Accuracy.TIGHT.tolerance(), Accuracy.TIGHT.tolerance());

  /**
   * Checks the number of parameters.
   *
   * @throws IllegalArgumentException if it does not fit the settings
   */
  public EnfModel {
    if (parameters.length != settings.parameterCount()) {
      throw new IllegalArgumentException(
          "the model has " + settings.parameterCount() + " parameters, not " + parameters.length);
    }
  }

  /** The same model with another p(M). */
  public EnfModel with(SizeDistribution others) {
    return new EnfModel(settings, others, parameters, provenance);
  }

  /**
   * What draws its molecules best for the time it takes: steps that renew noise along the paths of
   * flow matching forget their errors (docs/results/flow-matching.md); other models follow the flow
   * alone.
   */
  public DrawingSettings usualDrawing() {
    return renewable() ? DrawingSettings.Renewing.USUAL : DrawingSettings.of(usualSolver());
  }

  /** The same way by four times the steps, or by the flow alone and its finer solver. */
  public DrawingSettings fineDrawing() {
    return renewable() ? DrawingSettings.Renewing.FINE : DrawingSettings.of(fineSolver());
  }

  private boolean renewable() {
    return matching().filter(MatchingSettings::renewable).isPresent();
  }

  /**
   * What draws its molecules best by the flow alone: what flow matching trains is smooth enough for
   * few fixed steps, other flows need the paper's error control.
   */
  public SolverSettings usualSolver() {
    return matching().isPresent() ? MATCHED : SolverSettings.PAPER;
  }

  /** The usual solver by four times the steps, or by a tolerance a hundredth of the usual one. */
  public SolverSettings fineSolver() {
    return matching().isPresent() ? FINELY_MATCHED : TIGHT;
  }

  /** How its paths were, if it was trained by flow matching. */
  Optional<MatchingSettings> matching() {
    return provenance
        .trained()
        .map(trained -> trained.training().loss())
        .filter(MatchingSettings.class::isInstance)
        .map(MatchingSettings.class::cast);
  }

  @Override
  public void write(Path path) throws IOException {
    EnfModelFile.write(this, path);
  }
}
