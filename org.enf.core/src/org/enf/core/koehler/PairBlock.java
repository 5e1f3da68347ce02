package org.enf.core.koehler;

/** Some pairs of atoms at one time, with the force of each and the gradients of a loss by it. */
final class PairBlock {
  /** The most pairs of a block. */
  static final int PAIRS = 32;

  private static final double SMALLEST_SQUARE = 1e-6;

  final double[] distance = new double[PAIRS];
  final double[] square = new double[PAIRS];
  final double[] value = new double[PAIRS];
  final double[] first = new double[PAIRS];
  final double[] second = new double[PAIRS];
  final double[] byValue = new double[PAIRS];
  final double[] byFirst = new double[PAIRS];

  private final int dimensions;
  private final int[] molecule = new int[PAIRS];
  private final int[] here = new int[PAIRS];
  private final int[] there = new int[PAIRS];
  private int size;
  private double time;

  PairBlock(int dimensions) {
    this.dimensions = dimensions;
  }

  int size() {
    return size;
  }

  double time() {
    return time;
  }

  /** Whether a pair at this time has no place any more. */
  boolean isClosedFor(double otherTime) {
    return size == PAIRS || size > 0 && otherTime != time;
  }

  void clear() {
    size = 0;
  }

  /** Adds the pair of the atoms in rows i and j of the positions. */
  void add(int moleculeOfPair, double timeOfPair, int i, int j, double[] positions) {
    time = timeOfPair;
    molecule[size] = moleculeOfPair;
    here[size] = i * dimensions;
    there[size] = j * dimensions;
    square[size] = 0;
    for (int axis = 0; axis < dimensions; axis++) {
      double difference = difference(size, axis, positions);
      square[size] += difference * difference;
    }
    distance[size] = Math.sqrt(square[size] + SMALLEST_SQUARE);
    size++;
  }

  int molecule(int pair) {
    return molecule[pair];
  }

  /** The difference of the two rows of a pair along one axis. */
  double difference(int pair, int axis, double[] rows) {
    return rows[here[pair] + axis] - rows[there[pair] + axis];
  }

  /** The dot product of the differences of the two rows of a pair in two arrays. */
  double dot(int pair, double[] a, double[] b) {
    double sum = 0;
    for (int axis = 0; axis < dimensions; axis++) {
      sum += difference(pair, axis, a) * difference(pair, axis, b);
    }
    return sum;
  }

  /** Adds a number to the first row of a pair along one axis and takes it from the second. */
  void push(int pair, int axis, double amount, double[] rows) {
    rows[here[pair] + axis] += amount;
    rows[there[pair] + axis] -= amount;
  }
}
