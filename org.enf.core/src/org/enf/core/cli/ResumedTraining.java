package org.enf.core.cli;

import java.util.List;
import org.enf.core.egnn.Engine;
import org.enf.core.model.Checkpoint;
import org.enf.core.model.Provenance;
import org.enf.core.model.safetensors.PlainText;
import org.enf.core.text.Words;
import org.enf.core.training.MoleculeSet;
import org.enf.core.training.TrainingState;

/**
 * What has to hold when a training run goes on.
 *
 * @param files of the run
 * @param checkpoint from which it goes on
 */
record ResumedTraining(TrainingFiles files, Checkpoint checkpoint) {
  /**
   * Checks that no setting differs.
   *
   * @throws CommandException if one does
   */
  void requireSame(List<String> differences) {
    if (!differences.isEmpty()) {
      throw CommandException.failed(
          "cannot go on from "
              + files.checkpoint()
              + ": "
              + String.join(", ", differences)
              + "; leave out what differs, or start anew with --overwrite");
    }
  }

  /**
   * Checks that the data are those of before.
   *
   * @throws CommandException if not
   */
  void requireSameData(MoleculeSet set, String name) {
    Provenance.Trained before = checkpoint.trained();
    if (!before.dataFingerprint().equals(set.fingerprint())) {
      throw CommandException.failed(
          "cannot go on from "
              + files.checkpoint()
              + ": it was trained on other data ("
              + Words.count(before.molecules(), "molecule")
              + " of "
              + before.data()
              + ", now "
              + Words.count(set.size(), "molecule")
              + " of "
              + name
              + "); give the same --data, --limit and --exclude");
    }
  }

  /** Tells where the run stands, and what will not be as if it had never been interrupted. */
  void announce(Terminal terminal, Engine engine, boolean validation) {
    TrainingState.Position position = checkpoint.state().position();
    terminal.say(
        "going on after "
            + Words.count(position.step(), "step")
            + ", in epoch "
            + (position.epoch() + 1));
    if (!engine.description().equals(checkpoint.trained().engine())) {
      terminal.say(
          "the checkpoint was computed by "
              + PlainText.of(checkpoint.trained().engine())
              + ": the run goes on, but not bit for bit");
    }
    if (!validation && checkpoint.state().selection().best().isPresent()) {
      terminal.say(
          "the run had a validation set: without --validation the model gets the last weights");
    }
  }
}
