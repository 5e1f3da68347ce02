package org.enf.core.flow;

import org.enf.core.egnn.BatchShape;

/**
 * The first step of the flow: positions divided by one learnt scale, each feature shifted and
 * scaled by its own (ActNorm of Kingma and Dhariwal, "Glow", 2018, as in the E-NF's released code).
 *
 * <p>Parameters, in this order: the log scale of the positions; a shift for each feature; a log
 * scale for each feature.
 */
public final class ActNorm {
  private static final double VARIANCE_FLOOR = 1e-5;
  private static final double SCALE_FLOOR = 1e-8;

  private final int dimensions;
  private final int features;
  private final PositionFreedom freedom;

  /** How many position coordinates of a molecule with M atoms the log-determinant counts. */
  public enum PositionFreedom {
    /** (M − 1)·n, the dimension of the zero-mean subspace in which they live. */
    ZERO_MEAN,
    /** M·n, as the reference counts; for comparing with its numbers. */
    AMBIENT
  }

  /** An ActNorm on rows of {@code dimensions} position columns and {@code features} others. */
  public ActNorm(int dimensions, int features, PositionFreedom freedom) {
    this.dimensions = dimensions;
    this.features = features;
    this.freedom = freedom;
  }

  /** The number of parameters: 1 + 2 · features. */
  public int parameterCount() {
    return 1 + 2 * features;
  }

  /**
   * The parameters that give the features of this batch zero mean and unit variance and the
   * positions unit mean squared distance from the centre.
   *
   * @param rows [atoms × (dimensions + features)], positions with zero mean
   */
  public double[] initialise(BatchShape shape, double[] rows) {
    double[] parameters = new double[parameterCount()];
    int width = dimensions + features;
    int atoms = shape.atoms();
    double squares = 0;
    for (int i = 0; i < atoms; i++) {
      for (int axis = 0; axis < dimensions; axis++) {
        squares += rows[i * width + axis] * rows[i * width + axis];
      }
    }
    parameters[0] = logScale(squares / atoms);
    for (int k = 0; k < features; k++) {
      double sum = 0;
      for (int i = 0; i < atoms; i++) {
        sum += rows[i * width + dimensions + k];
      }
      double mean = sum / atoms;
      double deviations = 0;
      for (int i = 0; i < atoms; i++) {
        double d = rows[i * width + dimensions + k] - mean;
        deviations += d * d;
      }
      parameters[1 + k] = mean;
      parameters[1 + features + k] = logScale(deviations / atoms);
    }
    return parameters;
  }

  /**
   * Parameters that multiply positions and features by given factors and shift nothing.
   *
   * @param positionFactor above 0
   * @param featureFactors one a feature, each above 0
   * @throws IllegalArgumentException if there are too few or too many factors
   */
  public double[] scaling(double positionFactor, double[] featureFactors) {
    if (featureFactors.length != features) {
      throw new IllegalArgumentException(
          features + " features need as many factors, not " + featureFactors.length);
    }
    double[] parameters = new double[parameterCount()];
    parameters[0] = -Math.log(positionFactor);
    for (int k = 0; k < features; k++) {
      parameters[1 + features + k] = -Math.log(featureFactors[k]);
    }
    return parameters;
  }

  /** By what these parameters multiply each feature after its shift. */
  public double[] featureFactors(double[] parameters) {
    double[] factors = new double[features];
    for (int k = 0; k < features; k++) {
      factors[k] = Math.exp(-parameters[1 + features + k]);
    }
    return factors;
  }

  private static double logScale(double variance) {
    return Math.log(Math.sqrt(variance + VARIANCE_FLOOR) + SCALE_FLOOR);
  }

  /** Normalises rows in place and returns the log-determinant of each molecule in nats. */
  public double[] forward(double[] parameters, BatchShape shape, double[] rows) {
    int width = dimensions + features;
    double positionFactor = Math.exp(-parameters[0]);
    for (int k = 0; k < features; k++) {
      double shift = parameters[1 + k];
      double factor = Math.exp(-parameters[1 + features + k]);
      for (int i = 0; i < shape.atoms(); i++) {
        int at = i * width + dimensions + k;
        rows[at] = (rows[at] - shift) * factor;
      }
    }
    for (int i = 0; i < shape.atoms(); i++) {
      for (int axis = 0; axis < dimensions; axis++) {
        rows[i * width + axis] *= positionFactor;
      }
    }
    double[] logDeterminants = new double[shape.molecules()];
    for (int b = 0; b < logDeterminants.length; b++) {
      logDeterminants[b] = -positionCount(shape.size(b)) * parameters[0];
      for (int k = 0; k < features; k++) {
        logDeterminants[b] -= shape.size(b) * parameters[1 + features + k];
      }
    }
    return logDeterminants;
  }

  /** Undoes {@link #forward}, in place. */
  public void inverse(double[] parameters, BatchShape shape, double[] rows) {
    int width = dimensions + features;
    double positionFactor = Math.exp(parameters[0]);
    for (int i = 0; i < shape.atoms(); i++) {
      for (int axis = 0; axis < dimensions; axis++) {
        rows[i * width + axis] *= positionFactor;
      }
    }
    for (int k = 0; k < features; k++) {
      double factor = Math.exp(parameters[1 + features + k]);
      for (int i = 0; i < shape.atoms(); i++) {
        int at = i * width + dimensions + k;
        rows[at] = rows[at] * factor + parameters[1 + k];
      }
    }
  }

  /**
   * Goes back through {@link #forward}.
   *
   * @param normalised what {@link #forward} made of the rows
   * @param rowsCotangent the gradient by the normalised rows; overwritten by that by the rows
   * @param logDeterminantCotangent the gradient by each log-determinant
   * @param gradient the gradient by the parameters is added to it
   */
  public void reverse(
      double[] parameters,
      BatchShape shape,
      double[] normalised,
      double[] rowsCotangent,
      double[] logDeterminantCotangent,
      double[] gradient) {
    int width = dimensions + features;
    double positionFactor = Math.exp(-parameters[0]);
    for (int i = 0; i < shape.atoms(); i++) {
      for (int axis = 0; axis < dimensions; axis++) {
        int at = i * width + axis;
        gradient[0] -= rowsCotangent[at] * normalised[at];
        rowsCotangent[at] *= positionFactor;
      }
    }
    for (int k = 0; k < features; k++) {
      double factor = Math.exp(-parameters[1 + features + k]);
      for (int i = 0; i < shape.atoms(); i++) {
        int at = i * width + dimensions + k;
        gradient[1 + features + k] -= rowsCotangent[at] * normalised[at];
        rowsCotangent[at] *= factor;
        gradient[1 + k] -= rowsCotangent[at];
      }
    }
    for (int b = 0; b < shape.molecules(); b++) {
      gradient[0] -= positionCount(shape.size(b)) * logDeterminantCotangent[b];
      for (int k = 0; k < features; k++) {
        gradient[1 + features + k] -= shape.size(b) * logDeterminantCotangent[b];
      }
    }
  }

  private double positionCount(int atoms) {
    return (double) dimensions * (freedom == PositionFreedom.AMBIENT ? atoms : atoms - 1);
  }
}
