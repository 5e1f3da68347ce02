package org.enf.core.egnn;

import java.util.EnumMap;
import java.util.Map;
import org.enf.core.testing.ArrayNetwork.Gradient;
import org.enf.core.testing.FiniteDifferences;

/**
 * What the equations say of a {@link NetworkCase}, by {@link PlainEgnn} and its finite differences;
 * computed once for all engines.
 *
 * @param value f
 * @param product J·tangent
 * @param gradient the gradient of ⟨a, f⟩
 * @param mixedGradient the gradient of ⟨b, J·tangent⟩
 */
record NetworkTruth(
    double[] value, double[] product, Gradient gradient, Gradient mixedGradient) {
  private static final Map<NetworkCase, NetworkTruth> ALL = new EnumMap<>(NetworkCase.class);

  static synchronized NetworkTruth of(NetworkCase c) {
    return ALL.computeIfAbsent(c, NetworkTruth::compute);
  }

  private static NetworkTruth compute(NetworkCase c) {
    double[] parameters = c.parameters();
    double[] input = c.input();
    return new NetworkTruth(
        value(c, parameters, input),
        product(c, parameters, input),
        gradient(c, (p, x) -> dot(c.outputCotangent(), value(c, p, x))),
        gradient(c, (p, x) -> dot(c.tangentCotangent(), product(c, p, x))));
  }

  private interface Loss {
    double of(double[] parameters, double[] input);
  }

  private static Gradient gradient(NetworkCase c, Loss loss) {
    return new Gradient(
        FiniteDifferences.gradient(x -> loss.of(c.parameters(), x), c.input()),
        FiniteDifferences.gradient(p -> loss.of(p, c.input()), c.parameters()));
  }

  private static double[] value(NetworkCase c, double[] parameters, double[] input) {
    return new PlainEgnn(c.settings, parameters).value(NetworkCase.SHAPE, c.time(), input);
  }

  private static double[] product(NetworkCase c, double[] parameters, double[] input) {
    return FiniteDifferences.along(x -> value(c, parameters, x), input, c.tangent());
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }
}
