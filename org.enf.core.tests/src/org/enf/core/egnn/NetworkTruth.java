package org.enf.core.egnn;

import java.util.EnumMap;
import java.util.Map;
import org.enf.core.testing.ArrayNetwork;
import org.enf.core.testing.ArrayNetwork.Gradient;
import org.enf.core.testing.FiniteDifferences;
import org.enf.core.testing.PlainEngine;

/**
 * What the equations say of a {@link NetworkCase}: values of the plain engine and finite
 * differences of them; computed once for all engines.
 *
 * @param value f
 * @param product J·tangent
 * @param gradient the gradient of ⟨a, f⟩
 * @param mixedGradient the gradient of ⟨b, J·tangent⟩, by finite differences of the plain engine's
 *     J·tangent
 */
record NetworkTruth(double[] value, double[] product, Gradient gradient, Gradient mixedGradient) {
  private static final BatchShape SHAPE = NetworkCase.SHAPE;
  private static final Map<NetworkCase, NetworkTruth> ALL = new EnumMap<>(NetworkCase.class);

  static synchronized NetworkTruth of(NetworkCase c) {
    return ALL.computeIfAbsent(c, NetworkTruth::compute);
  }

  private static NetworkTruth compute(NetworkCase c) {
    double[] parameters = c.parameters();
    double[] input = c.input();
    try (ArrayNetwork network = new ArrayNetwork(new PlainEngine(), c.settings, parameters)) {
      double[] value = network.value(SHAPE, c.time(), input);
      double[][] byInput = FiniteDifferences.jacobian(x -> losses(c, network, x), input);
      double[][] byParameters =
          FiniteDifferences.jacobian(
              p -> {
                network.setParameters(p);
                return losses(c, network, input);
              },
              parameters);
      return new NetworkTruth(
          value,
          product(c, input),
          new Gradient(byInput[0], byParameters[0]),
          new Gradient(byInput[1], byParameters[1]));
    }
  }

  /** ⟨a, f⟩ and ⟨b, J·tangent⟩. */
  private static double[] losses(NetworkCase c, ArrayNetwork network, double[] input) {
    ArrayNetwork.Product product = network.jvp(SHAPE, c.time(), input, c.tangent());
    return new double[] {
      dot(c.outputCotangent(), product.value()), dot(c.tangentCotangent(), product.tangent())
    };
  }

  /** J·tangent by finite differences. */
  static double[] product(NetworkCase c, double[] input) {
    try (ArrayNetwork network = new ArrayNetwork(new PlainEngine(), c.settings, c.parameters())) {
      return FiniteDifferences.along(x -> network.value(SHAPE, c.time(), x), input, c.tangent());
    }
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }
}
