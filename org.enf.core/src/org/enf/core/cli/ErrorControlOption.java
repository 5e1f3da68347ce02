package org.enf.core.cli;

import org.enf.core.flow.ErrorControl;
import picocli.CommandLine.Option;

/** The option that says who decides on the steps of an integration. */
final class ErrorControlOption {
  @Option(
      names = "--error-control",
      paramLabel = "KIND",
      defaultValue = "per-molecule",
      description =
          "Who decides on the steps: per-molecule (each its own, so that no result depends on the"
              + " batch) or shared (one for a batch, as the reference does)"
              + " (default: ${DEFAULT-VALUE}).")
  private String control = "per-molecule";

  /**
   * The choice.
   *
   * @throws CommandException if there is no such kind
   */
  ErrorControl control() {
    return EnumText.parse(ErrorControl.class, "error control", control);
  }
}
