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
 */
final class ArrayPool implements AutoCloseable {
  private final DataType type;
  private final long mostElements;
  private final Map<Long, Deque<INDArray>> idle = new HashMap<>();
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
    long length = rows * columns;
    Deque<INDArray> candidates = idle.get(length);
    if (candidates == null || candidates.isEmpty()) {
      return Nd4j.createUninitialized(type, rows, columns);
    }
    idleElements -= length;
    INDArray array = candidates.pop();
    return array.rows() == rows ? array : array.reshape(rows, columns);
  }

  /** Takes a matrix back; nobody may use it any more. */
  void give(INDArray array) {
    long length = array.length();
    if (idleElements + length > mostElements) {
      array.close();
    } else {
      idleElements += length;
      idle.computeIfAbsent(length, key -> new ArrayDeque<>()).push(array);
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
}
