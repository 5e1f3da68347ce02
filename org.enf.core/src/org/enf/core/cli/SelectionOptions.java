package org.enf.core.cli;

import java.util.Locale;
import org.enf.core.training.SelectionSettings;
import org.enf.core.training.SelectionSettings.Keep;
import picocli.CommandLine.Option;

/** The options that say which weights the model gets. */
final class SelectionOptions {
  @Option(
      names = "--average",
      paramLabel = "X",
      description =
          "Keep a moving average of the weights with decay X, for example 0.999; it is what is"
              + " validated and what the model gets (default: none).")
  private Double averageDecay;

  @Option(
      names = "--validate-every",
      paramLabel = "N",
      description = "Epochs between two validations (default: 1).")
  private Integer validateEvery;

  @Option(
      names = "--patience",
      paramLabel = "N",
      description = "End after N validations in a row without a new best (default: never).")
  private Integer patience;

  @Option(
      names = "--keep",
      paramLabel = "WHICH",
      description =
          "The weights that the model gets: best, of the best validation, or last (default: best"
              + " where there is a --validation set, else last).")
  private String keep;

  /** The settings; in a run that goes on, patience and what to keep may be new. */
  SelectionSettings settings(Choice choice, SelectionSettings otherwise, boolean validation) {
    double decay = choice.of("--average", averageDecay, otherwise.averageDecay());
    int every = choice.of("--validate-every", validateEvery, otherwise.validateEvery());
    int most = patience != null ? patience : otherwise.patience();
    if (!validation && (most > 0 || isBest())) {
      throw CommandException.usage(
          (most > 0 ? "--patience" : "--keep best") + " needs a --validation set");
    }
    Keep which = keep != null ? keep() : otherwise.keep();
    return CommandException.usageIfIllegal(() -> new SelectionSettings(decay, every, most, which));
  }

  private boolean isBest() {
    return keep != null && keep() == Keep.BEST;
  }

  private Keep keep() {
    return switch (keep.toLowerCase(Locale.ROOT)) {
      case "best" -> Keep.BEST;
      case "last" -> Keep.LAST;
      default ->
          throw CommandException.usage(
              "there are no weights '" + keep + "' to keep; choose best or last");
    };
  }
}
