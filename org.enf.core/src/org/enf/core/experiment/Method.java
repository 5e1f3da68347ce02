package org.enf.core.experiment;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The flows that the paper compares (Satorras et al. 2021, §5.1). */
public enum Method {
  /** The E(n) equivariant normalizing flow. */
  ENF("enf", "E-NF"),
  /** A graph network on positions, not equivariant. */
  GNF("gnf", "GNF"),
  /** The same with attention. */
  GNF_ATT("gnf-att", "GNF-att"),
  /** The same with attention, trained on rotated samples. */
  GNF_ATT_AUG("gnf-att-aug", "GNF-att-aug"),
  /** The gradient of a pair potential (Köhler, Klein, Noé, "Equivariant Flows", 2020). */
  SIMPLE("simple", "Simple dynamics"),
  /** A kernel in distance and time (Köhler, Klein, Noé, 2020). */
  KERNEL("kernel", "Kernel dynamics");

  private final String id;
  private final String label;

  Method(String id, String label) {
    this.id = id;
    this.label = label;
  }

  /** The name by which users choose it. */
  public String id() {
    return id;
  }

  /** The name in the paper's tables. */
  public String label() {
    return label;
  }

  /**
   * The method of this name.
   *
   * @throws IllegalArgumentException if there is none; the message lists the names
   */
  public static Method named(String id) {
    return Arrays.stream(values())
        .filter(method -> method.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no method '"
                        + id
                        + "'; choose one of "
                        + Arrays.stream(values())
                            .map(Method::id)
                            .collect(Collectors.joining(", "))));
  }
}
