package org.enf.core.cli;

import org.enf.core.flow.GradientMethod;
import org.enf.core.flow.NoiseKind;
import org.enf.core.flow.Regularisation;
import org.enf.core.flow.TraceMethod;
import org.enf.core.training.LikelihoodSettings;
import org.enf.core.training.LikelihoodSettings.Augmentation;
import picocli.CommandLine.Option;

/** The options that say how the loss of maximum likelihood is estimated. */
final class LikelihoodOptions {
  @Option(
      names = "--noise",
      paramLabel = "KIND",
      description =
          "Noise of Hutchinson's trace estimator: rademacher or gaussian (default: rademacher).")
  private String noise;

  @Option(
      names = "--probes",
      paramLabel = "N",
      description = "Let that estimator take the mean over N vectors of noise (default: 1).")
  private Integer probes;

  @Option(
      names = "--regularisation",
      paramLabel = "X",
      description =
          "Add X times the kinetic energy and X times the squared Jacobian of the flow to the loss"
              + " (default: 0; the paper has 1e-3 for QM9).")
  private Double regularisation;

  @Option(
      names = "--kinetic",
      paramLabel = "X",
      description = "The weight of the kinetic energy alone (default: that of --regularisation).")
  private Double kinetic;

  @Option(
      names = "--jacobian",
      paramLabel = "X",
      description = "The weight of the squared Jacobian alone (default: that of --regularisation).")
  private Double jacobian;

  @Option(
      names = "--gradient",
      paramLabel = "KIND",
      description =
          "discrete, the gradient of the solver's steps; or continuous, the adjoint equation, as the"
              + " paper: no step is kept in memory (default: discrete).")
  private String gradient;

  @Option(
      names = "--augment",
      description =
          "Turn each molecule at random each time it is seen; for --method gnf and gnf-att.")
  private boolean augment;

  /** The settings. */
  LikelihoodSettings settings(Choice choice, LikelihoodSettings otherwise) {
    return CommandException.usageIfIllegal(
        () ->
            new LikelihoodSettings(
                trace(choice, otherwise.trace()),
                regularisation(choice, otherwise.regularisation()),
                choice.of(
                    "--gradient",
                    EnumText.parse(GradientMethod.class, "gradient", gradient),
                    otherwise.gradientMethod()),
                choice.of(
                    "the augmentation",
                    augment ? Augmentation.ROTATION : null,
                    otherwise.augmentation())));
  }

  /** Molecules are trained with Hutchinson's estimator only. */
  private TraceMethod trace(Choice choice, TraceMethod otherwise) {
    TraceMethod.Hutchinson before =
        (TraceMethod.Hutchinson)
            (otherwise instanceof TraceMethod.Hutchinson ? otherwise : TraceMethod.HUTCHINSON);
    return new TraceMethod.Hutchinson(
        choice.of("--noise", EnumText.parse(NoiseKind.class, "noise", noise), before.noise()),
        choice.of("--probes", probes, before.probes()));
  }

  private Regularisation regularisation(Choice choice, Regularisation otherwise) {
    return new Regularisation(
        choice.of(
            "the weight of the kinetic regularisation",
            kinetic != null ? kinetic : regularisation,
            otherwise.kinetic()),
        choice.of(
            "the weight of the Jacobian regularisation",
            jacobian != null ? jacobian : regularisation,
            otherwise.jacobian()));
  }
}
