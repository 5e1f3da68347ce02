package org.enf.core.cli;

import java.util.Locale;
import org.enf.core.flow.NoiseKind;
import org.enf.core.flow.TraceMethod;
import picocli.CommandLine.Option;

/** The options that say how the trace of the velocity's Jacobian is found. */
final class TraceOptions {
  @Option(
      names = "--trace",
      paramLabel = "KIND",
      defaultValue = "exact",
      description =
          "How the log-determinant is found: exact (with steps chosen for each molecule, by a"
              + " quadrature along its path, as exact as a step), or hutchinson (random probes:"
              + " unbiased, noisy, quicker) (default: ${DEFAULT-VALUE}).")
  private String trace = "exact";

  @Option(
      names = "--probes",
      paramLabel = "N",
      description = "With --trace hutchinson: take the mean over N probes (default: 1).")
  private Integer probes;

  @Option(
      names = "--noise",
      paramLabel = "KIND",
      description =
          "With --trace hutchinson: draw probes that are rademacher (signs) or gaussian (default:"
              + " rademacher).")
  private String noise;

  /**
   * The choice.
   *
   * @throws CommandException if there is no such trace
   */
  TraceMethod method() {
    return switch (trace.toLowerCase(Locale.ROOT)) {
      case "exact" -> exact();
      case "hutchinson" ->
          CommandException.usageIfIllegal(
              () -> new TraceMethod.Hutchinson(noise(), probes == null ? 1 : probes));
      default ->
          throw CommandException.usage(
              "there is no trace '" + trace + "'; choose exact or hutchinson");
    };
  }

  private TraceMethod exact() {
    if (probes != null || noise != null) {
      throw CommandException.usage(
          "the exact trace has no probes; leave out --probes and --noise, or choose --trace"
              + " hutchinson");
    }
    return TraceMethod.EXACT;
  }

  private NoiseKind noise() {
    NoiseKind kind = EnumText.parse(NoiseKind.class, "noise", noise);
    return kind == null ? NoiseKind.RADEMACHER : kind;
  }
}
