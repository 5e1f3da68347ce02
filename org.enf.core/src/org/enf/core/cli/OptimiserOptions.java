package org.enf.core.cli;

import java.util.Locale;
import org.enf.core.training.ClippingSettings;
import org.enf.core.training.ClippingSettings.Adaptive;
import org.enf.core.training.ClippingSettings.GlobalNorm;
import org.enf.core.training.ClippingSettings.None;
import org.enf.core.training.ClippingSettings.Scope;
import org.enf.core.training.OptimiserSettings;
import org.enf.core.training.OptimiserSettings.Rule;
import picocli.CommandLine.Option;

/** The options of the optimiser and of the clipping of its gradient. */
final class OptimiserOptions {
  @Option(
      names = "--optimiser",
      paramLabel = "NAME",
      description = {
        "What moves the weights: adamw; or muon for those from hidden features to hidden features,"
            + " whose steps have singular values near one, and adamw for the others (default:"
            + " adamw, with --objective fm muon)."
      })
  private String rule;

  @Option(
      names = "--beta1",
      paramLabel = "X",
      description =
          "How much of the mean gradient AdamW keeps each step (default: 0.9); Muon keeps 0.95.")
  private Double beta1;

  @Option(
      names = "--beta2",
      paramLabel = "X",
      description = "How much of the mean squared gradient AdamW keeps each step (default: 0.999).")
  private Double beta2;

  @Option(
      names = "--weight-decay",
      paramLabel = "X",
      description =
          "Share of a weight, times the learning rate, taken away a step (default: 1e-12).")
  private Double weightDecay;

  @Option(
      names = "--no-amsgrad",
      description = "Plain AdamW; without it, the largest mean square so far counts.")
  private boolean noAmsgrad;

  @Option(
      names = "--clip",
      paramLabel = "RULE",
      description = {
        "How long a gradient may be: none; a number, its largest 2-norm; or adaptive, 1.5 times the"
            + " mean of the last 50 norms plus twice their standard deviation (default: adaptive)."
      })
  private String clip;

  @Option(
      names = "--clip-first-norm",
      paramLabel = "X",
      description =
          "Stands for the past at the start of --clip adaptive (default: 3000; 1e30 for no limit at"
              + " first).")
  private Double firstNorm;

  @Option(
      names = "--clip-flow-only",
      description =
          "Clip the gradient of the flow only, as the E-NF's released code does, not that of the"
              + " dequantizer; without it, one factor for all.")
  private boolean flowOnly;

  /** The settings of the optimiser. */
  OptimiserSettings optimiser(Choice choice, OptimiserSettings otherwise) {
    Rule kind =
        choice.of("--optimiser", EnumText.parse(Rule.class, "optimiser", rule), otherwise.rule());
    double first = choice.of("--beta1", beta1, otherwise.beta1());
    double second = choice.of("--beta2", beta2, otherwise.beta2());
    double decay = choice.of("--weight-decay", weightDecay, otherwise.weightDecay());
    boolean amsgrad = choice.of("amsgrad", noAmsgrad ? Boolean.FALSE : null, otherwise.amsgrad());
    return CommandException.usageIfIllegal(
        () -> new OptimiserSettings(kind, first, second, otherwise.epsilon(), decay, amsgrad));
  }

  /** The settings of the clipping. */
  ClippingSettings clipping(Choice choice, ClippingSettings otherwise) {
    ClippingSettings.Rule limit = CommandException.usageIfIllegal(() -> rule(otherwise.rule()));
    Scope scope = choice.of("what is clipped", flowOnly ? Scope.FLOW : null, otherwise.scope());
    String now = limit.words();
    String before = otherwise.rule().words();
    return new ClippingSettings(
        choice.of("--clip", now, before).equals(now) ? limit : otherwise.rule(), scope);
  }

  private ClippingSettings.Rule rule(ClippingSettings.Rule otherwise) {
    boolean adaptive =
        clip == null ? otherwise instanceof Adaptive : clip.equalsIgnoreCase("adaptive");
    if (firstNorm != null && !adaptive) {
      throw CommandException.usage("--clip-first-norm belongs to --clip adaptive");
    }
    if (adaptive) {
      double norm =
          firstNorm != null
              ? firstNorm
              : otherwise instanceof Adaptive before ? before.firstNorm() : Adaptive.QM9_FIRST_NORM;
      return new Adaptive(norm);
    }
    if (clip == null) {
      return otherwise;
    }
    return clip.toLowerCase(Locale.ROOT).equals("none") ? new None() : new GlobalNorm(largest());
  }

  private double largest() {
    try {
      return Double.parseDouble(clip);
    } catch (NumberFormatException e) {
      throw CommandException.usage(
          "there is no clipping '" + clip + "'; choose none, adaptive or a largest norm");
    }
  }
}
