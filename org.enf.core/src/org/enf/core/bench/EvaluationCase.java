package org.enf.core.bench;

import java.util.Arrays;
import java.util.List;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.NetworkSettings;

/** The velocity networks of the paper's experiments, on batches of their size. */
public enum EvaluationCase {
  /** 100 configurations of DW4. */
  DW4("dw4", EgnnSettings.dynamics(2, 0, 3, 32), BatchShape.uniform(100, 4)),
  /** 100 configurations of LJ13. */
  LJ13("lj13", EgnnSettings.dynamics(3, 0, 3, 32), BatchShape.uniform(100, 13)),
  /** 32 of QM9's molecules with 19 atoms, positions only. */
  QM9_POSITIONAL("qm9-positional", EgnnSettings.dynamics(3, 0, 6, 64), BatchShape.uniform(32, 19)),
  /** 10 molecules of QM9's sizes, with the released code's width. */
  QM9_64("qm9-64", EgnnSettings.dynamics(3, 6, 6, 64), Qm9Molecules.shape(10)),
  /** 10 molecules of QM9's sizes, with the paper's width. */
  QM9_128("qm9-128", EgnnSettings.dynamics(3, 6, 6, 128), Qm9Molecules.shape(10));

  /** Square matrices of a layer that an edge's features go through. */
  private static final int MATRICES_OF_AN_EDGE = 2;

  /** Those of a node: two halves of the first edge map, two of the node map, and its second. */
  private static final int MATRICES_OF_A_NODE = 5;

  private final String id;
  private final NetworkSettings settings;
  private final BatchShape shape;

  EvaluationCase(String id, NetworkSettings settings, BatchShape shape) {
    this.id = id;
    this.settings = settings;
    this.shape = shape;
  }

  /** The name by which users choose it. */
  public String id() {
    return id;
  }

  /** The network. */
  public NetworkSettings settings() {
    return settings;
  }

  /** The batch. */
  public BatchShape shape() {
    return shape;
  }

  /** Batch and network in words. */
  public String description() {
    int least = shape.size(0);
    int most = shape.size(shape.molecules() - 1);
    return shape.molecules()
        + " × "
        + (least == most ? "" + least : least + "–" + most)
        + " atoms in "
        + settings.dimensions()
        + "-D, "
        + settings.layers()
        + " layers × "
        + settings.hidden();
  }

  /**
   * The floating-point operations of the square matrices of all layers, which any way to compute
   * the network has to do; whatever else it does is not counted.
   */
  public double operations(Operation operation) {
    double edges = 0;
    for (int b = 0; b < shape.molecules(); b++) {
      edges += shape.size(b) * (shape.size(b) - 1.0);
    }
    double square = 2.0 * settings.hidden() * settings.hidden();
    double layer = (MATRICES_OF_AN_EDGE * edges + MATRICES_OF_A_NODE * shape.atoms()) * square;
    return operation.units() * settings.layers() * layer;
  }

  /** The names of all. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(EvaluationCase::id).toList();
  }
}
