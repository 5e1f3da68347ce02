package org.enf.core.egnn.nd4j;

import java.util.Arrays;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.Network;
import org.enf.core.vector.Vector;

/**
 * The exact trace by batches of directions: each molecule stands in a batch once for each of its
 * degrees of freedom, which spares the overhead of an evaluation for every single one.
 */
final class BatchedTrace {
  /** Bounds the memory: the copies of one batch have about this many elements. */
  private static final int MOST_ELEMENTS = 1 << 18;

  private final Network network;
  private final BatchShape shape;
  private final double[] time;
  private final double[] input;
  private final double[] trace;
  private final int width;
  private final Nd4jVector pattern;

  private BatchedTrace(Network network, BatchShape shape, double[] time, Vector input) {
    this.network = network;
    this.shape = shape;
    this.time = time;
    this.input = new double[input.length()];
    input.read(this.input);
    trace = new double[shape.molecules()];
    width = network.inputWidth();
    pattern = (Nd4jVector) input;
  }

  /** See {@link Network#trace}. */
  static void compute(
      Network network, BatchShape shape, double[] time, Vector input, Vector output, Vector trace) {
    network.value(shape, time, input, output);
    BatchedTrace batched = new BatchedTrace(network, shape, time, input);
    for (int b = 0; b < shape.molecules(); b++) {
      batched.addMolecule(b);
    }
    trace.write(batched.trace);
  }

  private void addMolecule(int molecule) {
    int freedom = shape.size(molecule) * width;
    int most = Math.max(1, MOST_ELEMENTS / freedom);
    for (int from = 0; from < freedom; from += most) {
      addDirections(molecule, from, Math.min(freedom, from + most));
    }
  }

  private void addDirections(int molecule, int from, int to) {
    int copies = to - from;
    int length = shape.size(molecule) * width;
    double[] rows = new double[copies * length];
    double[] directions = new double[rows.length];
    for (int c = 0; c < copies; c++) {
      System.arraycopy(input, shape.offset(molecule) * width, rows, c * length, length);
      directions[c * length + from + c] = 1;
    }
    double[] times = new double[copies];
    Arrays.fill(times, time[molecule]);
    try (Vector copied = pattern.withLength(rows.length);
        Vector tangent = copied.sibling();
        Vector value = copied.sibling();
        Vector product = copied.sibling()) {
      copied.write(rows);
      tangent.write(directions);
      network.jvp(
          BatchShape.uniform(copies, shape.size(molecule)), times, copied, tangent, value, product);
      product.read(rows);
    }
    for (int c = 0; c < copies; c++) {
      trace[molecule] += rows[c * length + from + c];
    }
  }
}
