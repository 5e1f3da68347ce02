package org.enf.core.learner;

import java.util.Locale;
import org.enf.core.model.EnfModel;
import org.enf.core.model.Provenance;

/**
 * A model that a training run starts from.
 *
 * @param name by which its user knows it, for example that of its file
 * @param model what it holds
 */
public record InitialModel(String name, EnfModel model) {
  /** What the provenance of the new model says of it. */
  public String words() {
    return name + model.provenance().trained().map(InitialModel::words).orElse(", imported");
  }

  private static String words(Provenance.Trained trained) {
    return String.format(
        Locale.ROOT,
        ", trained by %s on %s for %,d %s",
        trained.objective(),
        trained.data(),
        trained.steps(),
        trained.steps() == 1 ? "step" : "steps");
  }
}
