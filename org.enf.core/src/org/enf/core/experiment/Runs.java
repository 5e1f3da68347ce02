package org.enf.core.experiment;

import java.io.IOException;
import java.nio.file.Path;
import org.enf.core.ode.StopSignal;
import org.enf.core.ode.StoppedException;
import org.enf.core.training.TrainingListener;

/** The runs of an experiment on given data. */
public sealed interface Runs permits ParticleExperiment, MoleculeExperiment {
  /**
   * The largest number of training samples that there is.
   *
   * @throws IOException if the data cannot be read
   */
  int mostSamples() throws IOException;

  /** All that a run's figures depend on besides its key, in words. */
  String describe(RunKey key);

  /**
   * Does a run, from where an earlier one was stopped if that left a checkpoint.
   *
   * @param checkpoint the file for it, which stays when the run is done
   * @param listener hears of steps and validations
   * @throws IOException if the data cannot be read or are too few, or the checkpoint cannot be read
   *     or written or belongs to another run
   * @throws StoppedException if asked to stop
   */
  RunOutcome run(RunKey key, Path checkpoint, TrainingListener listener, StopSignal stop)
      throws IOException;
}
