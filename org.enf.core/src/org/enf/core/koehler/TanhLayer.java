package org.enf.core.koehler;

/**
 * A linear map followed by tanh, on numbers that depend on a distance, with their derivatives by
 * it: rows of the numbers of each pair, followed by as many rows of their first derivatives, and so
 * on.
 */
final class TanhLayer {
  private final int inputs;
  private final int outputs;
  private final DenseLayer map;
  private final double[] bias;
  private final double[] before;
  private final double[] after;
  private final double[] byBefore;

  TanhLayer(int inputs, int outputs) {
    this.inputs = inputs;
    this.outputs = outputs;
    map = new DenseLayer(inputs, outputs);
    bias = new double[outputs];
    before = new double[4 * PairBlock.PAIRS * outputs];
    after = new double[before.length];
    byBefore = new double[3 * PairBlock.PAIRS * outputs];
  }

  /** The number of parameters: weights [out, in] and biases. */
  int parameterCount() {
    return outputs * (inputs + 1);
  }

  /** Takes over the parameters that begin at an offset. */
  void load(double[] all, int offset) {
    map.load(all, offset);
    System.arraycopy(all, offset + outputs * inputs, bias, 0, outputs);
  }

  /** The result of {@link #forward}. */
  double[] output() {
    return after;
  }

  /**
   * Computes the output.
   *
   * @param order the highest derivative that is wanted, 1 to 3
   */
  void forward(double[] in, int pairs, int order) {
    map.forward(in, (order + 1) * pairs, before);
    int stride = pairs * outputs;
    for (int k = 0; k < stride; k++) {
      // 1 − 2/(e²ˣ + 1) is tanh to one unit of 10⁻¹⁶, and far faster
      double y = 1 - 2 / (Math.exp(2 * (before[k] + bias[k % outputs])) + 1);
      double slope = 1 - y * y;
      double bend = -2 * y * slope;
      double z1 = before[stride + k];
      after[k] = y;
      after[stride + k] = slope * z1;
      if (order > 1) {
        double z2 = before[2 * stride + k];
        after[2 * stride + k] = slope * z2 + bend * z1 * z1;
        if (order > 2) {
          double third = slope * (6 * y * y - 2);
          after[3 * stride + k] =
              slope * before[3 * stride + k] + (3 * bend * z2 + third * z1 * z1) * z1;
        }
      }
    }
  }

  /**
   * Goes back from the gradient by the output and its first two derivatives.
   *
   * @param in what was given to {@link #forward}
   * @param byOutput rows of all three
   * @param byInput overwritten by the gradient by the input, or null
   * @param gradient the gradient by the parameters is added to it
   */
  void reverse(
      double[] in, int pairs, double[] byOutput, double[] byInput, double[] gradient, int offset) {
    int stride = pairs * outputs;
    int biases = offset + outputs * inputs;
    for (int k = 0; k < stride; k++) {
      double y = after[k];
      double slope = 1 - y * y;
      double bend = -2 * y * slope;
      double third = slope * (6 * y * y - 2);
      double z1 = before[stride + k];
      double z2 = before[2 * stride + k];
      double by1 = byOutput[stride + k];
      double by2 = byOutput[2 * stride + k];
      byBefore[2 * stride + k] = slope * by2;
      byBefore[stride + k] = slope * by1 + 2 * bend * z1 * by2;
      byBefore[k] = slope * byOutput[k] + bend * z1 * by1 + (bend * z2 + third * z1 * z1) * by2;
      gradient[biases + k % outputs] += byBefore[k];
    }
    map.addGradient(byBefore, in, 3 * pairs, gradient, offset);
    if (byInput != null) {
      map.reverse(byBefore, 3 * pairs, byInput);
    }
  }
}
