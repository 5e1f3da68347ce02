package org.enf.core.dequantization;

import static org.enf.core.dequantization.Logistic.minusLogSlope;
import static org.enf.core.dequantization.Logistic.sigmoid;
import static org.enf.core.dequantization.Logistic.softplus;

import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.Engine;
import org.enf.core.molecule.AtomTypes;
import org.enf.core.vector.Vector;

/**
 * Lifts atom types by an argmax flow and charges by variational dequantization, both with noise
 * from one conditional EGNN (Satorras et al. 2021, §3.3; Hoogeboom et al., "Argmax Flows", 2021; Ho
 * et al., "Flow++", 2019).
 *
 * <p>The network gives a normal u for each of the K + 1 features. The true type's v is its u, the
 * others are pushed below it by v = T − softplus(T − u); the charge becomes v = Z + sigmoid(u). So
 * argmax and floor get type and charge back.
 */
public final class ArgmaxDequantizer extends NormalDequantizer {
  private final AtomTypes types;
  private final int features;

  /**
   * A dequantizer with parameters still to be set.
   *
   * @param settings an EGNN from K + 1 features to twice as many
   * @throws IllegalArgumentException if it is not
   */
  public ArgmaxDequantizer(AtomTypes types, EgnnSettings settings, Engine engine) {
    super(types, settings, engine);
    this.types = types();
    features = features();
  }

  @Override
  Lifted lift(MoleculeBatch batch, ConditionalNormal.Draw draw) {
    return new LiftedByArgmax(batch, draw);
  }

  private final class LiftedByArgmax implements Lifted {
    private final MoleculeBatch batch;
    private final ConditionalNormal.Draw draw;
    private final double[] values;
    private final double[] logDensities;

    LiftedByArgmax(MoleculeBatch batch, ConditionalNormal.Draw draw) {
      this.batch = batch;
      this.draw = draw;
      BatchShape shape = batch.shape();
      values = new double[shape.atoms() * features];
      logDensities = new double[shape.molecules()];
      for (int b = 0; b < shape.molecules(); b++) {
        for (int i = shape.offset(b); i < shape.offset(b + 1); i++) {
          logDensities[b] += liftAtom(i);
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

    private double liftAtom(int atom) {
      double logDensity = draw.logDensity(atom);
      int type = batch.types()[atom];
      double threshold = draw.value(atom, type);
      for (int k = 0; k < types.size(); k++) {
        double distance = threshold - draw.value(atom, k);
        values[atom * features + k] = k == type ? threshold : threshold - softplus(distance);
        // the log-determinant is log sigmoid(distance) = −softplus(−distance)
        logDensity += k == type ? 0 : softplus(-distance);
      }
      double u = draw.value(atom, types.size());
      values[atom * features + types.size()] = types.element(type).atomicNumber() + sigmoid(u);
      return logDensity + minusLogSlope(u);
    }

    @Override
    public void reverse(
        double[] valuesCotangent, double[] logDensityCotangent, Vector parameterGradient) {
      BatchShape shape = batch.shape();
      double[] drawCotangent = new double[valuesCotangent.length];
      for (int b = 0; b < shape.molecules(); b++) {
        for (int i = shape.offset(b); i < shape.offset(b + 1); i++) {
          reverseAtom(i, valuesCotangent, logDensityCotangent[b], drawCotangent);
        }
      }
      draw.reverse(drawCotangent, logDensityCotangent, parameterGradient);
    }

    private void reverseAtom(
        int atom, double[] valuesCotangent, double logDensityCotangent, double[] drawCotangent) {
      int type = batch.types()[atom];
      double threshold = draw.value(atom, type);
      double thresholdCotangent = valuesCotangent[atom * features + type];
      for (int k = 0; k < types.size(); k++) {
        if (k != type) {
          double s = sigmoid(threshold - draw.value(atom, k));
          double value = valuesCotangent[atom * features + k];
          double cotangent = value * s + logDensityCotangent * (1 - s);
          thresholdCotangent += value - cotangent;
          drawCotangent[atom * features + k] = cotangent;
        }
      }
      drawCotangent[atom * features + type] = thresholdCotangent;
      double s = sigmoid(draw.value(atom, types.size()));
      drawCotangent[atom * features + types.size()] =
          valuesCotangent[atom * features + types.size()] * s * (1 - s)
              - logDensityCotangent * (1 - 2 * s);
    }
  }
}
