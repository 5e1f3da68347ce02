package org.enf.core.cli;

import org.enf.core.flow.matching.LinearPath;
import org.enf.core.flow.matching.ProbabilityPath;
import org.enf.core.flow.matching.TimeDistribution;
import org.enf.core.flow.matching.TrigonometricPath;
import org.enf.core.training.MatchingSettings;
import picocli.CommandLine.Option;

/** The options of flow matching. */
final class MatchingOptions {
  @Option(
      names = "--sigma-min",
      paramLabel = "X",
      description =
          "Deviation that linear paths leave around positions, and around types and charges if their"
              + " dequantization is not gaussian and so has its own (default: 0).")
  private Double sigmaMin;

  @Option(
      names = "--feature-path",
      paramLabel = "KIND",
      description =
          "Path of types and charges: linear, as that of positions; or trigonometric, which keeps"
              + " their variance (default: linear).")
  private String featurePath;

  @Option(
      names = "--times",
      paramLabel = "KIND",
      description = "Times at which it is trained: uniform or logit-normal (default: uniform).")
  private String times;

  @Option(
      names = "--times-mean",
      paramLabel = "X",
      description = "Mean of the logit of --times logit-normal; below 0 is nearer to the data.")
  private Double timesMean;

  @Option(
      names = "--times-deviation",
      paramLabel = "X",
      description = "Deviation of that logit (default: 1).")
  private Double timesDeviation;

  @Option(
      names = "--alignment",
      paramLabel = "KIND",
      description =
          "Bring noise nearer to its molecule: none; or equivariant, by the order of its atoms and a"
              + " rotation, which makes better flows, but none for --churn (default: none).")
  private String alignment;

  @Option(
      names = "--position-weight",
      paramLabel = "X",
      description = "What the mean squared error of a position's velocity counts (default: 1).")
  private Double positionWeight;

  @Option(
      names = "--type-weight",
      paramLabel = "X",
      description = "What that of a type's counts (default: 1).")
  private Double typeWeight;

  @Option(
      names = "--charge-weight",
      paramLabel = "X",
      description = "What that of a charge's counts (default: 0.2).")
  private Double chargeWeight;

  @Option(
      names = "--position-scale",
      paramLabel = "X",
      description = "By what positions in angstrom are multiplied (default: 1).")
  private Double positionScale;

  @Option(
      names = "--type-scale",
      paramLabel = "X",
      description = "By what one-hot types are multiplied (default: 1).")
  private Double typeScale;

  @Option(
      names = "--charge-scale",
      paramLabel = "X",
      description = "By what charges are multiplied (default: 0.1).")
  private Double chargeScale;

  /**
   * Checks that nobody asks to scale data that a model scales already.
   *
   * @throws CommandException if somebody does
   */
  void requireNoScales() {
    if (positionScale != null || typeScale != null || chargeScale != null) {
      throw CommandException.usage(
          "--position-scale, --type-scale and --charge-scale are for a fresh model; that of --init"
              + " has its own");
    }
  }

  private enum Path {
    LINEAR,
    TRIGONOMETRIC;

    static Path of(ProbabilityPath path) {
      return path instanceof LinearPath ? LINEAR : TRIGONOMETRIC;
    }
  }

  private enum Times {
    UNIFORM,
    LOGIT_NORMAL;

    static Times of(TimeDistribution times) {
      return times instanceof TimeDistribution.Uniform ? UNIFORM : LOGIT_NORMAL;
    }
  }

  /** The settings. */
  MatchingSettings settings(Choice choice, MatchingSettings otherwise) {
    return CommandException.usageIfIllegal(
        () -> {
          LinearPath line =
              new LinearPath(
                  choice.of(
                      "--sigma-min",
                      sigmaMin,
                      otherwise.positionPath() instanceof LinearPath path ? path.sigmaMin() : 0.0));
          return new MatchingSettings(
              line,
              features(choice, otherwise.featurePath(), line),
              times(choice, otherwise.times()),
              choice.of(
                  "--alignment",
                  EnumText.parse(MatchingSettings.Alignment.class, "alignment", alignment),
                  otherwise.alignment()),
              weights(choice, otherwise.weights()),
              scales(choice, otherwise.scales()));
        });
  }

  private ProbabilityPath features(Choice choice, ProbabilityPath otherwise, LinearPath line) {
    Path kind =
        choice.of(
            "--feature-path", EnumText.parse(Path.class, "path", featurePath), Path.of(otherwise));
    return kind == Path.LINEAR ? line : new TrigonometricPath();
  }

  private TimeDistribution times(Choice choice, TimeDistribution otherwise) {
    Times kind =
        choice.of(
            "--times", EnumText.parse(Times.class, "kind of times", times), Times.of(otherwise));
    if (kind == Times.UNIFORM) {
      if (timesMean != null || timesDeviation != null) {
        throw CommandException.usage(
            "--times-mean and --times-deviation belong to --times logit-normal");
      }
      return new TimeDistribution.Uniform();
    }
    TimeDistribution.LogitNormal before =
        otherwise instanceof TimeDistribution.LogitNormal normal
            ? normal
            : new TimeDistribution.LogitNormal(0, 1);
    return new TimeDistribution.LogitNormal(
        choice.of("--times-mean", timesMean, before.mean()),
        choice.of("--times-deviation", timesDeviation, before.deviation()));
  }

  private MatchingSettings.Weights weights(Choice choice, MatchingSettings.Weights otherwise) {
    return new MatchingSettings.Weights(
        choice.of("--position-weight", positionWeight, otherwise.positions()),
        choice.of("--type-weight", typeWeight, otherwise.types()),
        choice.of("--charge-weight", chargeWeight, otherwise.charges()));
  }

  private MatchingSettings.Scales scales(Choice choice, MatchingSettings.Scales otherwise) {
    return new MatchingSettings.Scales(
        choice.of("--position-scale", positionScale, otherwise.positions()),
        choice.of("--type-scale", typeScale, otherwise.types()),
        choice.of("--charge-scale", chargeScale, otherwise.charges()));
  }
}
