package org.enf.core.egnn;

import org.enf.core.vector.Precision;
import org.enf.core.vector.Vector;

/**
 * Who computes: makes vectors and networks that work on each other.
 *
 * <p>The networks of all engines compute the same functions, up to rounding.
 */
public interface Engine extends AutoCloseable {
  /** The short name by which users choose it, for example {@code nd4j}. */
  String name();

  /** One line for the log: library, version, precision, threads. */
  String description();

  /** How many threads share the work of a network. */
  default int threads() {
    return 1;
  }

  /** The precision of its vectors and networks. */
  Precision precision();

  /** A new vector of zeros; the caller closes it. */
  Vector vector(int length);

  /** A network with all parameters zero until {@link Network#setParameters} is called. */
  Network network(NetworkSettings settings);

  /** An orthogonaliser of square matrices with so many rows. */
  default Orthogonaliser orthogonaliser(int size) {
    return new PlainOrthogonaliser(size);
  }

  /** A new vector with these values; the caller closes it. */
  default Vector vector(double[] values) {
    Vector vector = vector(values.length);
    vector.write(values);
    return vector;
  }

  /** Gives back what the engine holds; its vectors and networks cannot be used any more. */
  @Override
  void close();
}
