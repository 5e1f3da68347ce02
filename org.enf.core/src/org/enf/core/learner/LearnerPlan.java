package org.enf.core.learner;

import java.util.Optional;
import org.enf.core.dequantization.EnfSettings;
import org.enf.core.model.Provenance;
import org.enf.core.ode.SolverSettings;
import org.enf.core.training.MatchingSettings;
import org.enf.core.training.MoleculeSet;
import org.enf.core.training.TrainingSettings;

/**
 * What a training run does.
 *
 * @param model the architecture
 * @param training how to train
 * @param solver the solver in training
 * @param data the molecules
 * @param dataName where they come from, for the provenance
 * @param validation further molecules
 * @param initial whose weights a fresh run starts from, in place of random ones
 */
public record LearnerPlan(
    EnfSettings model,
    TrainingSettings training,
    SolverSettings solver,
    MoleculeSet data,
    String dataName,
    Optional<MoleculeSet> validation,
    Optional<InitialModel> initial) {
  /** Whose weights a fresh run starts from, in words. */
  public String startsFrom() {
    return initial.map(InitialModel::words).orElse(Provenance.RANDOM_WEIGHTS);
  }

  /** Whether it trains by flow matching. */
  public boolean matches() {
    return training.loss() instanceof MatchingSettings;
  }
}
