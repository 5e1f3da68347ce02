package org.enf.core.testing;

import java.util.Random;
import org.enf.core.egnn.NetworkSettings;
import org.enf.core.egnn.Parameter;
import org.enf.core.egnn.ParameterLayout;

/**
 * Parameters under which every part of a network matters; fresh ones hardly move an atom, which
 * would hide errors in the coordinates.
 */
public final class LivelyParameters {
  private static final double SPREAD = 0.7;

  private LivelyParameters() {}

  /** Normal weights of variance 0.49 / in, normal biases of deviation 0.2. */
  public static double[] of(NetworkSettings settings, long seed) {
    Random random = new Random(seed);
    ParameterLayout layout = ParameterLayout.of(settings);
    double[] all = new double[layout.length()];
    for (Parameter parameter : layout.parameters()) {
      double deviation = parameter.vector() ? 0.2 : SPREAD / Math.sqrt(parameter.columns());
      for (int i = 0; i < parameter.length(); i++) {
        all[parameter.offset() + i] = deviation * random.nextGaussian();
      }
    }
    return all;
  }
}
