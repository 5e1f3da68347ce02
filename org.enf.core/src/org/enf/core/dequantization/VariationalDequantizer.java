package org.enf.core.dequantization;

import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.Engine;
import org.enf.core.molecule.AtomTypes;
import org.enf.core.vector.Vector;

/**
 * Adds noise on (0, 1) to the one-hot types and the charges: v = h + sigmoid(u), u normal with mean
 * and scale from a conditional EGNN (Ho et al., "Flow++", 2019, §3.1).
 */
public final class VariationalDequantizer extends NormalDequantizer {
  /**
   * A dequantizer with parameters still to be set.
   *
   * @param settings an EGNN from K + 1 features to twice as many
   * @throws IllegalArgumentException if it is not
   */
  public VariationalDequantizer(AtomTypes types, EgnnSettings settings, Engine engine) {
    super(types, settings, engine);
  }

  @Override
  Lifted lift(MoleculeBatch batch, ConditionalNormal.Draw draw) {
    return new LiftedBySigmoid(batch, draw);
  }

  private final class LiftedBySigmoid implements Lifted {
    private final BatchShape shape;
    private final ConditionalNormal.Draw draw;
    private final double[] values;
    private final double[] logDensities;

    LiftedBySigmoid(MoleculeBatch batch, ConditionalNormal.Draw draw) {
      this.draw = draw;
      shape = batch.shape();
      values = new double[shape.atoms() * features()];
      logDensities = new double[shape.molecules()];
      OneHotRows.write(types(), batch.types(), values, features(), 0);
      for (int b = 0; b < shape.molecules(); b++) {
        for (int i = shape.offset(b); i < shape.offset(b + 1); i++) {
          logDensities[b] += draw.logDensity(i);
          for (int k = 0; k < features(); k++) {
            double u = draw.value(i, k);
            values[i * features() + k] += Logistic.sigmoid(u);
            logDensities[b] += Logistic.minusLogSlope(u);
          }
        }
      }
    }

    @Override
    public double[] values() {
      return values;
    }

    @Override
    public double[] logDensities() {
      return logDensities;
    }

    @Override
    public void reverse(
        double[] valuesCotangent, double[] logDensityCotangent, Vector parameterGradient) {
      double[] drawCotangent = new double[valuesCotangent.length];
      for (int b = 0; b < shape.molecules(); b++) {
        for (int i = shape.offset(b); i < shape.offset(b + 1); i++) {
          for (int k = 0; k < features(); k++) {
            int at = i * features() + k;
            double s = Logistic.sigmoid(draw.value(i, k));
            drawCotangent[at] =
                valuesCotangent[at] * s * (1 - s) - logDensityCotangent[b] * (1 - 2 * s);
          }
        }
      }
      draw.reverse(drawCotangent, logDensityCotangent, parameterGradient);
    }
  }
}
