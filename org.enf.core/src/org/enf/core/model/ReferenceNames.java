package org.enf.core.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.enf.core.dequantization.EnfSettings;
import org.enf.core.model.ParameterTensors.Block;

/**
 * The one table of how the E-NF's released code names what this library has: its state dict's names
 * and shapes against places in the array of all parameters.
 */
final class ReferenceNames {
  /** Of the velocity network. */
  static final String DYNAMICS = "flow.transformations.1.odefunc.dynamics.";

  /** Of the dequantizer's network. */
  static final String DEQUANTIZER = "dequantizer.net_fn.";

  private static final String ACT_NORM = "flow.transformations.0.";

  /** Tells that the ActNorm has seen data; a scalar. */
  static final String INITIALISED = "flow.transformations.0.initialized";

  /** The times between which the flow goes, by their tensor's name. */
  static final Map<String, float[]> TIMES =
      Map.of(
          "flow.transformations.1.int_time", new float[] {0, 1},
          "flow.transformations.1.inv_int_time", new float[] {1, 0});

  /** Our prefixes and theirs. */
  private static final Map<String, String> PREFIXES =
      Map.of("dynamics.", DYNAMICS, "actnorm.", ACT_NORM, "dequantizer.", DEQUANTIZER);

  /** Their network has one output more, for the time, which nothing uses. */
  private static final String WITH_TIME_OUTPUT = "dynamics.egnn.embedding_out.";

  private ReferenceNames() {}

  /**
   * Where a tensor's elements stand.
   *
   * @param shape theirs
   * @param offset where the elements begin in the array of all parameters
   * @param length how many of the first elements stand there; the others are of no use
   */
  record Place(long[] shape, int offset, int length) {
    /** The number of all elements. */
    int size() {
      long size = 1;
      for (long dimension : shape) {
        size *= dimension;
      }
      return Math.toIntExact(size);
    }
  }

  /** All parameters by the names of their tensors. */
  static Map<String, Place> places(EnfSettings settings) {
    Map<String, Place> places = new TreeMap<>();
    List<Block> blocks = new ParameterTensors(settings).blocks();
    for (Block block : blocks) {
      places.put(nameOf(block), new Place(shapeOf(block), block.offset(), block.length()));
    }
    return places;
  }

  private static String nameOf(Block block) {
    int prefix = block.name().indexOf('.') + 1;
    return PREFIXES.get(block.name().substring(0, prefix)) + block.name().substring(prefix);
  }

  private static long[] shapeOf(Block block) {
    if (block.name().startsWith("actnorm.")) {
      return new long[] {1, block.length()};
    }
    long[] shape = block.shape().clone();
    if (block.name().startsWith(WITH_TIME_OUTPUT)) {
      shape[0]++;
    }
    return shape;
  }
}
