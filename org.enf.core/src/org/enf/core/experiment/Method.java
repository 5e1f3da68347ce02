package org.enf.core.experiment;

import org.enf.core.flow.Orientation;

/** The flows that the paper compares (Satorras et al. 2021, §5.1), and what came later. */
public enum Method implements Named {
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
  KERNEL("kernel", "Kernel dynamics"),
  /** The E-NF with its layers turned towards the data; not of the paper. */
  ENF_TO_DATA("enf-to-data", "E-NF, layers to the data"),
  /** The same by flow matching; not of the paper. */
  ENF_FM("enf-fm", "E-NF, flow matching");

  private final String id;
  private final String label;

  Method(String id, String label) {
    this.id = id;
    this.label = label;
  }

  @Override
  public String id() {
    return id;
  }

  /** The name in tables, the paper's where it has one. */
  public String label() {
    return label;
  }

  /** Which way its layers move the atoms. */
  Orientation orientation() {
    return this == ENF_TO_DATA || this == ENF_FM ? Orientation.TO_DATA : Orientation.TO_LATENT;
  }

  /** Whether it is trained by flow matching in place of maximum likelihood. */
  boolean matches() {
    return this == ENF_FM;
  }

  /** Whether its velocity knows its divergence in closed form; it moves positions only. */
  boolean knowsDivergence() {
    return this == SIMPLE || this == KERNEL;
  }

  /**
   * The method of this name.
   *
   * @throws IllegalArgumentException if there is none; the message lists the names
   */
  public static Method named(String id) {
    return Named.of(values(), "method", id);
  }
}
