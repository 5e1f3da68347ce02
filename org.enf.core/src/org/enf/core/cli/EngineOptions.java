package org.enf.core.cli;

import java.util.Locale;
import org.enf.core.egnn.Engine;
import org.enf.core.engine.Engines;
import org.enf.core.vector.Precision;
import picocli.CommandLine.Option;

/** The options that choose who computes. */
final class EngineOptions {
  @Option(
      names = "--engine",
      paramLabel = "NAME",
      defaultValue = Engines.AUTO,
      completionCandidates = EngineNames.class,
      description = "Who computes: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private String engine = Engines.AUTO;

  @Option(
      names = "--precision",
      paramLabel = "KIND",
      defaultValue = "float",
      description = "Floating-point numbers: float or double (default: ${DEFAULT-VALUE}).")
  private String precision = "float";

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads of the engine cpu (default: as many as there are processors).")
  private Integer threads;

  /** The names of the engines, for the help. */
  static final class EngineNames implements Iterable<String> {
    @Override
    public java.util.Iterator<String> iterator() {
      return Engines.names().iterator();
    }
  }

  /**
   * Opens the engine; the caller closes it.
   *
   * @throws CommandException if there is no such engine or precision
   */
  Engine open() {
    Precision kind = precision();
    return CommandException.usageIfIllegal(() -> Engines.open(engine, kind, threads()));
  }

  private int threads() {
    return threads != null ? threads : Runtime.getRuntime().availableProcessors();
  }

  private Precision precision() {
    return switch (precision.toLowerCase(Locale.ROOT)) {
      case "float" -> Precision.FLOAT;
      case "double" -> Precision.DOUBLE;
      default ->
          throw CommandException.usage(
              "there is no precision '" + precision + "'; choose float or double");
    };
  }
}
