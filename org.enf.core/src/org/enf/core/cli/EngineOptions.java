package org.enf.core.cli;

import org.enf.core.egnn.Engine;
import org.enf.core.engine.Engines;
import org.enf.core.vector.Precision;
import picocli.CommandLine.Option;

/** The options that choose who computes. */
final class EngineOptions {
  @Option(
      names = "--engine",
      paramLabel = "NAME",
      completionCandidates = EngineNames.class,
      description = "Who computes: ${COMPLETION-CANDIDATES} (default: " + Engines.AUTO + ").")
  private String engine;

  @Option(
      names = "--precision",
      paramLabel = "KIND",
      description = "Floating-point numbers: float or double (default: float).")
  private String precision;

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
    return open(Engines.AUTO, Precision.FLOAT);
  }

  /**
   * Opens the engine; the caller closes it.
   *
   * @param otherwise the name of the engine without an option; if the precision is given, the
   *     fastest engine that has it
   * @param otherwiseIn the precision without an option
   * @throws CommandException if there is no such engine or precision
   */
  Engine open(String otherwise, Precision otherwiseIn) {
    Precision given = EnumText.parse(Precision.class, "precision", precision);
    Precision kind = given == null ? otherwiseIn : given;
    String name = engine != null ? engine : kind == otherwiseIn ? otherwise : Engines.AUTO;
    return CommandException.usageIfIllegal(() -> Engines.open(name, kind, threads()));
  }

  private int threads() {
    return threads != null ? threads : Runtime.getRuntime().availableProcessors();
  }
}
