package org.enf.core.cli;

import java.util.Locale;
import org.enf.core.flow.NoiseKind;
import org.enf.core.training.LikelihoodSettings;
import org.enf.core.training.LikelihoodSettings.Augmentation;
import picocli.CommandLine.Option;

/** The options that say how the loss is estimated. */
final class LossOptions {
  @Option(
      names = "--noise",
      paramLabel = "KIND",
      description =
          "Noise of Hutchinson's trace estimator: rademacher or gaussian (default: rademacher).")
  private String noise;

  @Option(
      names = "--augment",
      description =
          "Turn each molecule at random each time it is seen; for --method gnf and gnf-att.")
  private boolean augment;

  /** The settings. */
  LikelihoodSettings settings(Choice choice, LikelihoodSettings otherwise) {
    return new LikelihoodSettings(
        choice.of("--noise", noise == null ? null : noise(), otherwise.noise()),
        choice.of(
            "the augmentation", augment ? Augmentation.ROTATION : null, otherwise.augmentation()));
  }

  private NoiseKind noise() {
    return switch (noise.toLowerCase(Locale.ROOT)) {
      case "rademacher" -> NoiseKind.RADEMACHER;
      case "gaussian" -> NoiseKind.GAUSSIAN;
      default ->
          throw CommandException.usage(
              "there is no noise '" + noise + "'; choose rademacher or gaussian");
    };
  }
}
