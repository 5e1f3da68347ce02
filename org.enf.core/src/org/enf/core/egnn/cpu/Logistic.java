package org.enf.core.egnn.cpu;

/**
 * The logistic function σ(z) = 1/2 + z·P(z²)/Q(z²), a rational approximation with an absolute error
 * of 2·10⁻⁸ (before rounding), found by a reweighted least-squares fit of tanh on [−9, 9].
 */
final class Logistic {
  /**
   * Beyond this σ is 0 or 1. The approximation passes them a little before, by more than rounding
   * can take back, so that after cutting it off σ(1 − σ) is exactly zero for large arguments.
   */
  static final float LIMIT = 19f;

  static final float P0 = 0.25f * 9.999999074e-01f;
  static final float P1 = 0.25f * 1.337326995e-01f / 4;
  static final float P2 = 0.25f * 3.486661519e-03f / 16;
  static final float P3 = 0.25f * 2.047291142e-05f / 64;
  static final float P4 = 0.25f * 1.318531744e-08f / 256;
  static final float Q0 = 1;
  static final float Q1 = 4.670656715e-01f / 4;
  static final float Q2 = 2.584229788e-02f / 16;
  static final float Q3 = 3.271505496e-04f / 64;
  static final float Q4 = 7.703195309e-07f / 256;

  private Logistic() {}

  /** σ(z); NaN stays NaN. */
  static float of(float z) {
    return 0.5f + centred(z);
  }

  /** tanh(z) = 2σ(2z) − 1; NaN stays NaN. */
  static float tanh(float z) {
    return 2 * centred(2 * z);
  }

  /** σ(z) − 1/2. */
  private static float centred(float z) {
    float x = Math.max(-LIMIT, Math.min(LIMIT, z));
    float u = x * x;
    float p = (((P4 * u + P3) * u + P2) * u + P1) * u + P0;
    float q = (((Q4 * u + Q3) * u + Q2) * u + Q1) * u + Q0;
    return Math.max(-0.5f, Math.min(0.5f, x * p / q));
  }
}
