package org.enf.core.model;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A model that comes with the library. */
public enum BuiltInModel {
  /** Molecules of QM9, by flow matching; docs/results/flow-matching.md says how it was trained. */
  QM9("qm9");

  private final String id;

  BuiltInModel(String id) {
    this.id = id;
  }

  /** The name by which users choose it. */
  public String id() {
    return id;
  }

  /**
   * The model of this name.
   *
   * @throws IllegalArgumentException if there is none; the message lists the names
   */
  public static BuiltInModel named(String id) {
    return Arrays.stream(values())
        .filter(model -> model.id.equals(id))
        .findAny()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no built-in model '"
                        + id
                        + "'; choose "
                        + String.join(
                            " or ", Arrays.stream(values()).map(BuiltInModel::id).toList())));
  }

  /**
   * Reads it.
   *
   * @throws IOException if the installation is not whole
   */
  public EnfModel read() throws IOException {
    String resource = id + ".enf";
    try (InputStream in = BuiltInModel.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException(
            "the built-in model " + id + " is missing: the installation is incomplete");
      }
      return EnfModelFile.read(in, "the built-in model " + id);
    }
  }
}
