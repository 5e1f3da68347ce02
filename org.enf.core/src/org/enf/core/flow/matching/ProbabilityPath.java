package org.enf.core.flow.matching;

/**
 * The way of a pair of data y and noise z: y_t = a(t)·y + b(t)·z, from data at t = 0 to noise at t
 * = 1 (the direction of this library's flows; the literature has it the other way round).
 *
 * <p>With z standard normal, y_t given y is normal with mean a(t)·y and deviation b(t), and its
 * velocity along the path is a'(t)·y + b'(t)·z.
 */
public sealed interface ProbabilityPath permits LinearPath, TrigonometricPath {
  /** a(t). */
  double dataShare(double t);

  /** b(t). */
  double noiseShare(double t);

  /** a'(t). */
  double dataRate(double t);

  /** b'(t). */
  double noiseRate(double t);

  /** The path in words. */
  String words();
}
