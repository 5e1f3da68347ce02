package org.enf.core.learner;

import org.enf.core.model.EnfModel;
import org.enf.core.model.Provenance;
import org.enf.core.text.Words;

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
    return ", trained by "
        + trained.objective()
        + " on "
        + trained.data()
        + " for "
        + Words.count(trained.steps(), "step");
  }
}
