package org.enf.core.model;

import java.io.IOException;
import java.nio.file.Path;
import org.enf.core.dequantization.SizeDistribution;
import org.enf.core.egnn.NetworkSettings;
import org.enf.core.egnn.ParameterLayout;
import org.enf.core.flow.Orientation;

/**
 * A trained flow of positions alone, without elements: what the experiments on particles and on
 * molecules of one size train.
 *
 * @param network of the velocity
 * @param orientation which way along the flow its layers move the particles
 * @param particles the number M of particles of a configuration, 1 to {@link
 *     SizeDistribution#MAX_ATOMS}
 * @param parameters of the network; not to be changed
 * @param provenance where it comes from
 */
public record PositionModel(
    NetworkSettings network,
    Orientation orientation,
    int particles,
    double[] parameters,
    Provenance provenance)
    implements StoredModel {
  /**
   * Checks that the parts fit.
   *
   * @throws IllegalArgumentException if the network has features, the number of particles is out of
   *     range, or the number of parameters is another
   */
  public PositionModel {
    if (network.inputFeatures() != 0 || network.outputFeatures() != 0) {
      throw new IllegalArgumentException("positions have no features");
    }
    if (particles < 1 || particles > SizeDistribution.MAX_ATOMS) {
      throw new IllegalArgumentException(
          "the number of particles must be 1 to "
              + SizeDistribution.MAX_ATOMS
              + ", not "
              + particles);
    }
    int length = ParameterLayout.of(network).length();
    if (parameters.length != length) {
      throw new IllegalArgumentException(
          "the network has " + length + " parameters, not " + parameters.length);
    }
  }

  @Override
  public void write(Path path) throws IOException {
    PositionModelFile.write(this, path);
  }
}
