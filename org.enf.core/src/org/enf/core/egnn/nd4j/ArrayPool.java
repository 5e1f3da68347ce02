package org.enf.core.egnn.nd4j;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Matrices for use again and again: taking a new one from the operating system costs more than what
 * is computed in it.
 *
 * <p>A matrix keeps its shape for life. ND4J would give it another one by a view on a view on a
 * view, and each of its operations asks the whole chain whether it is still open.
 */
final class ArrayPool implements AutoCloseable {
  private final DataType type;
  private final long mostElements;
  private final Map<Shape, Deque<INDArray>> idle = new HashMap<>();
  private long idleElements;

  /**
   * A pool of matrices of one type.
   *
   * @param mostElements how many elements it keeps at most while nobody uses them
   */
  ArrayPool(DataType type, long mostElements) {
    this.type = type;
    this.mostElements = mostElements;
  }

  /** A matrix with undefined content. */
  INDArray take(long rows, long columns) {
    Deque<INDArray> candidates = idle.get(new Shape(rows, columns));
    if (candidates == null || candidates.isEmpty()) {
      return Nd4j.createUninitialized(type, rows, columns);
    }
    idleElements -= rows * columns;
    return candidates.pop();
  }

  /** Takes a matrix of {@link #take} back; nobody may use it any more. */
  void give(INDArray array) {
    long length = array.length();
    if (idleElements + length > mostElements) {
      array.close();
    } else {
      idleElements += length;
      Shape shape = new Shape(array.rows(), array.columns());
      idle.computeIfAbsent(shape, key -> new ArrayDeque<>()).push(array);
    }
  }

  @Override
  public void close() {
    for (Deque<INDArray> arrays : idle.values()) {
      for (INDArray array : arrays) {
        array.close();
      }
    }
    idle.clear();
    idleElements = 0;
  }

  private record Shape(long rows, long columns) {}
}
