package org.enf.knime.learner;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.enf.core.dequantization.EnfSettings;
import org.enf.core.learner.LearnerPlan;
import org.enf.core.model.Checkpoint;
import org.enf.core.model.Provenance;
import org.enf.core.training.TrainingSettings;

/**
 * What makes a run the one it is: of two that agree in it, one can go on where the other was
 * cancelled.
 *
 * @param data the fingerprint of the molecules
 * @param model the architecture
 * @param training how to train
 * @param startedFrom whose weights it began with, in words
 */
record RunIdentity(String data, EnfSettings model, TrainingSettings training, String startedFrom) {
  private static final int DIGITS = 10;

  static RunIdentity of(LearnerPlan plan) {
    return new RunIdentity(
        plan.data().fingerprint(), plan.model(), plan.training(), plan.startsFrom());
  }

  static RunIdentity of(Checkpoint checkpoint) {
    Provenance.Trained trained = checkpoint.trained();
    return new RunIdentity(
        trained.dataFingerprint(),
        checkpoint.model().settings(),
        trained.training(),
        trained.startedFrom());
  }

  /** A short name for it, of digits and letters. */
  String code() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
