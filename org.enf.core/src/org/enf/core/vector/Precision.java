package org.enf.core.vector;

/** The floating-point format in which an engine computes. */
public enum Precision {
  /** IEEE 754 single precision. */
  FLOAT,
  /** IEEE 754 double precision. */
  DOUBLE
}
