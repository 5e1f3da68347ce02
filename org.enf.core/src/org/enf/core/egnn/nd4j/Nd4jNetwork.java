package org.enf.core.egnn.nd4j;

import java.util.Arrays;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.Network;
import org.enf.core.egnn.NetworkSettings;
import org.enf.core.egnn.ParameterLayout;
import org.enf.core.vector.Vector;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** A network by ND4J operations, block by block of molecules of equal size. */
final class Nd4jNetwork implements Network, Leftovers.Resource {
  /** Bounds the memory of a block: each of its edge matrices has about this many elements. */
  private static final int MAX_EDGE_ELEMENTS = 1 << 17;

  /** A third of a gigabyte in single precision. */
  private static final long MOST_IDLE_ELEMENTS = 80_000_000;

  private final NetworkSettings settings;
  private final NetworkWeights weights;
  private final ArrayPool pool;
  private final int parameterCount;
  private final Leftovers leftovers;
  private boolean closed;

  /**
   * A network.
   *
   * @param leftovers of its engine
   */
  Nd4jNetwork(NetworkSettings settings, DataType type, Leftovers leftovers) {
    this.settings = settings;
    this.leftovers = leftovers;
    ParameterLayout layout = ParameterLayout.of(settings);
    weights = new NetworkWeights(settings, layout, type);
    parameterCount = layout.length();
    pool = new ArrayPool(type, MOST_IDLE_ELEMENTS);
    leftovers.add(this);
  }

  @Override
  public int inputWidth() {
    return settings.inputWidth();
  }

  @Override
  public int outputWidth() {
    return settings.outputWidth();
  }

  @Override
  public int dimensions() {
    return settings.dimensions();
  }

  @Override
  public int parameterCount() {
    return parameterCount;
  }

  @Override
  public void setParameters(Vector parameters) {
    requireParameters(parameters);
    weights.load(Nd4jVector.of(parameters));
  }

  @Override
  public void value(BatchShape shape, double[] time, Vector input, Vector output) {
    shape.requireTimes(time);
    INDArray in = matrix(shape, input, inputWidth());
    INDArray out = matrix(shape, output, outputWidth());
    forEachBlock(
        shape,
        block -> {
          try (DualTape tape = block.tape(pool, false)) {
            NetworkPass pass = NetworkPass.of(settings, weights, tape);
            block.run(pass, in, null, time);
            pass.writeValue(block.rows(out));
          }
        });
  }

  @Override
  public void jvp(
      BatchShape shape,
      double[] time,
      Vector input,
      Vector tangent,
      Vector output,
      Vector outputTangent) {
    shape.requireTimes(time);
    INDArray in = matrix(shape, input, inputWidth());
    INDArray direction = matrix(shape, tangent, inputWidth());
    INDArray out = matrix(shape, output, outputWidth());
    INDArray outDirection = matrix(shape, outputTangent, outputWidth());
    forEachBlock(
        shape,
        block -> {
          try (DualTape tape = block.tape(pool, false)) {
            NetworkPass pass = NetworkPass.of(settings, weights, tape);
            block.run(pass, in, direction, time);
            pass.writeValue(block.rows(out));
            pass.writeTangent(block.rows(outDirection));
          }
        });
  }

  @Override
  public void reverse(
      BatchShape shape,
      double[] time,
      Vector input,
      Vector tangent,
      Vector outputCotangent,
      Vector tangentCotangent,
      Vector inputCotangent,
      Vector parameterGradient) {
    shape.requireTimes(time);
    INDArray in = matrix(shape, input, inputWidth());
    INDArray direction = tangent == null ? null : matrix(shape, tangent, inputWidth());
    INDArray outBar = matrix(shape, outputCotangent, outputWidth());
    INDArray directionBar = tangent == null ? null : matrix(shape, tangentCotangent, outputWidth());
    INDArray inBar = inputCotangent == null ? null : matrix(shape, inputCotangent, inputWidth());
    if (parameterGradient != null) {
      requireParameters(parameterGradient);
    }
    forEachBlock(
        shape,
        block -> {
          try (DualTape tape = block.tape(pool, true)) {
            NetworkPass pass = NetworkPass.of(settings, weights, tape);
            block.run(pass, in, direction, time);
            pass.reverse(
                block.rows(outBar), directionBar == null ? null : block.rows(directionBar));
            if (inBar != null) {
              pass.writeInputCotangent(block.rows(inBar));
            }
          }
        });
    weights.flush(parameterGradient == null ? null : Nd4jVector.of(parameterGradient));
  }

  @Override
  public void trace(BatchShape shape, double[] time, Vector input, Vector output, Vector trace) {
    BatchedTrace.compute(this, shape, time, input, output, trace);
  }

  private void requireParameters(Vector parameters) {
    if (parameters.length() != parameterCount) {
      throw new IllegalArgumentException(
          "the network has " + parameterCount + " parameters, not " + parameters.length());
    }
  }

  private INDArray matrix(BatchShape shape, Vector vector, int width) {
    shape.requireElements(vector.length(), width);
    return Nd4jVector.of(vector).reshape(shape.atoms(), width);
  }

  private void forEachBlock(BatchShape shape, BlockVisitor visitor) {
    int from = 0;
    while (from < shape.molecules()) {
      int size = shape.size(from);
      long edgeElements = (long) size * size * settings.hidden();
      int most = (int) Math.max(1, MAX_EDGE_ELEMENTS / edgeElements);
      int to = from + 1;
      while (to < shape.molecules() && shape.size(to) == size && to - from < most) {
        to++;
      }
      visitor.visit(new Block(from, to, size, shape.offset(from), shape.offset(to)));
      from = to;
    }
  }

  @Override
  public void close() {
    leftovers.remove(this);
    if (!closed) {
      closed = true;
      weights.close();
      pool.close();
    }
  }

  private interface BlockVisitor {
    void visit(Block block);
  }

  /** Consecutive molecules of equal size. */
  private record Block(int first, int end, int size, int firstRow, int endRow) {
    DualTape tape(ArrayPool pool, boolean recording) {
      return new DualTape(pool, end - first, size, recording);
    }

    INDArray rows(INDArray matrix) {
      return matrix.get(NDArrayIndex.interval(firstRow, endRow), NDArrayIndex.all());
    }

    void run(NetworkPass pass, INDArray input, INDArray tangent, double[] time) {
      double[] rows = new double[endRow - firstRow];
      for (int b = first; b < end; b++) {
        Arrays.fill(rows, (b - first) * size, (b - first + 1) * size, time[b]);
      }
      try (INDArray column = Nd4j.createFromArray(rows)) {
        pass.run(
            rows(input), tangent == null ? null : rows(tangent), column.reshape(rows.length, 1));
      }
    }
  }
}
