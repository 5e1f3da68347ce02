package org.enf.core.koehler;

import java.util.Arrays;

/** The force of {@link KernelDynamics}. */
final class KernelForce implements RadialForce {
  private static final double SMALLEST_SUM = 1e-6;

  private final Gaussians distances;
  private final Gaussians times;
  private final double[] weights;
  private final double[] biases;
  private final double[] importances;

  /** At {@link #time}: T, the weights of K, and what is added to their sum. */
  private final double[] timeKernels;

  private final double[] kernelWeights;
  private final double[] byKernelWeights;
  private final double[] byTimeKernels;
  private final double[] collected;
  private double constant;
  private double time = Double.NaN;

  KernelForce(KernelDynamics settings) {
    distances = new Gaussians(settings.distances());
    times = new Gaussians(settings.times());
    weights = new double[distances.size() * times.size()];
    biases = new double[times.size()];
    importances = new double[distances.size()];
    timeKernels = new double[times.size()];
    byTimeKernels = new double[times.size()];
    kernelWeights = new double[distances.size()];
    byKernelWeights = new double[distances.size()];
    collected = new double[settings.parameterCount()];
  }

  @Override
  public void setParameters(double[] parameters) {
    for (int k = 0; k < distances.size(); k++) {
      distances.inverseWidths[k] = Math.exp(parameters[k]);
    }
    for (int k = 0; k < times.size(); k++) {
      times.inverseWidths[k] = Math.exp(parameters[timeWidthsAt() + k]);
    }
    System.arraycopy(parameters, weightsAt(), weights, 0, weights.length);
    System.arraycopy(parameters, biasesAt(), biases, 0, biases.length);
    System.arraycopy(parameters, importancesAt(), importances, 0, importances.length);
    time = Double.NaN;
  }

  private int timeWidthsAt() {
    return distances.size();
  }

  private int weightsAt() {
    return timeWidthsAt() + times.size();
  }

  private int biasesAt() {
    return weightsAt() + weights.length;
  }

  private int importancesAt() {
    return biasesAt() + biases.length;
  }

  @Override
  public void evaluate(PairBlock block, int derivatives) {
    if (block.time() != time) {
      goTo(block.time());
    }
    for (int p = 0; p < block.size(); p++) {
      distances.evaluate(block.distance[p], derivatives);
      double sum = SMALLEST_SUM + distances.sums[0];
      double f = weighted(0) / sum;
      block.value[p] = f + constant;
      if (derivatives > 0) {
        double f1 = (weighted(1) - f * distances.sums[1]) / sum;
        block.first[p] = f1;
        if (derivatives > 1) {
          block.second[p] =
              (weighted(2) - 2 * f1 * distances.sums[1] - f * distances.sums[2]) / sum;
        }
      }
    }
  }

  private void goTo(double newTime) {
    times.evaluate(newTime, 0);
    double sum = SMALLEST_SUM + times.sums[0];
    constant = 0;
    for (int t = 0; t < timeKernels.length; t++) {
      timeKernels[t] = times.values[0][t] / sum;
      constant += biases[t] * timeKernels[t];
    }
    for (int k = 0; k < kernelWeights.length; k++) {
      double weight = 0;
      for (int t = 0; t < timeKernels.length; t++) {
        weight += weights[k * timeKernels.length + t] * timeKernels[t];
      }
      kernelWeights[k] = weight;
      constant += importances[k] * importances[k] * weight;
    }
    time = newTime;
  }

  private double weighted(int order) {
    double[] values = distances.values[order];
    double sum = 0;
    for (int k = 0; k < values.length; k++) {
      sum += kernelWeights[k] * values[k];
    }
    return sum;
  }

  @Override
  public void reverse(PairBlock block) {
    Arrays.fill(byKernelWeights, 0);
    double byConstant = 0;
    for (int p = 0; p < block.size(); p++) {
      byConstant += block.byValue[p];
      reverse(block, p);
    }
    for (int k = 0; k < byKernelWeights.length; k++) {
      collected[importancesAt() + k] += 2 * importances[k] * kernelWeights[k] * byConstant;
      byKernelWeights[k] += importances[k] * importances[k] * byConstant;
    }
    reverseTime(byConstant);
  }

  /** From F and F′ of one pair to the widths of K and the weights at this time. */
  private void reverse(PairBlock block, int pair) {
    double d = block.distance[pair];
    double p = block.byValue[pair];
    double q = block.byFirst[pair];
    distances.evaluate(d, 1);
    double sum = SMALLEST_SUM + distances.sums[0];
    double growth = distances.sums[1] / sum;
    double f = block.value[pair] - constant;
    for (int k = 0; k < kernelWeights.length; k++) {
      double g = distances.values[0][k];
      double g1 = distances.values[1][k];
      byKernelWeights[k] += (p * g + q * (g1 - g * growth)) / sum;
      double square = distances.scaled(k, d);
      square *= square;
      // the gradients of F by g, of F′ by g and of F′ by g′, the last equal to the first
      double byG = (kernelWeights[k] - f) / sum;
      double bentByG = -block.first[pair] / sum - byG * growth;
      collected[k] += -2 * square * g * (p * byG + q * bentByG) + q * byG * g1 * (2 - 2 * square);
    }
  }

  @Override
  public void flush(double[] gradient) {
    for (int k = 0; k < collected.length; k++) {
      gradient[k] += collected[k];
    }
    Arrays.fill(collected, 0);
  }

  private void reverseTime(double byConstant) {
    int count = timeKernels.length;
    for (int t = 0; t < count; t++) {
      double byKernel = byConstant * biases[t];
      for (int k = 0; k < kernelWeights.length; k++) {
        byKernel += byKernelWeights[k] * weights[k * count + t];
        collected[weightsAt() + k * count + t] += byKernelWeights[k] * timeKernels[t];
      }
      byTimeKernels[t] = byKernel;
      collected[biasesAt() + t] += byConstant * timeKernels[t];
    }
    double mean = 0;
    for (int t = 0; t < count; t++) {
      mean += byTimeKernels[t] * timeKernels[t];
    }
    for (int t = 0; t < count; t++) {
      double u = times.scaled(t, time);
      collected[timeWidthsAt() + t] += -2 * u * u * timeKernels[t] * (byTimeKernels[t] - mean);
    }
  }
}
