package org.enf.core.dequantization;

import java.util.random.RandomGenerator;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.Engine;
import org.enf.core.molecule.AtomTypes;
import org.enf.core.vector.Vector;

/** A dequantizer whose noise is a {@link ConditionalNormal} draw for each feature of each atom. */
abstract sealed class NormalDequantizer implements Dequantizer
    permits ArgmaxDequantizer, VariationalDequantizer {
  private final ConditionalNormal normal;

  /**
   * A dequantizer with parameters still to be set.
   *
   * @param settings an EGNN from K + 1 features to twice as many
   * @throws IllegalArgumentException if it is not
   */
  NormalDequantizer(AtomTypes types, EgnnSettings settings, Engine engine) {
    normal = new ConditionalNormal(types, settings, engine);
  }

  final AtomTypes types() {
    return normal.types();
  }

  @Override
  public final int features() {
    return normal.features();
  }

  @Override
  public final void setParameters(Vector parameters) {
    normal.setParameters(parameters);
  }

  /** Standard normal noise for a batch: [atoms × features]. */
  @Override
  public final double[] noise(BatchShape shape, RandomGenerator random) {
    return normal.noise(shape, random);
  }

  @Override
  public final Lifted lift(MoleculeBatch batch, double[] noise) {
    return lift(batch, normal.draw(batch, noise));
  }

  abstract Lifted lift(MoleculeBatch batch, ConditionalNormal.Draw draw);

  @Override
  public final void close() {
    normal.close();
  }
}
