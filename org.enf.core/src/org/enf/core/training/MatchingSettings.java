package org.enf.core.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.enf.core.dequantization.Dequantization;
import org.enf.core.dequantization.EnfSettings;
import org.enf.core.dequantization.GaussianDequantizer;
import org.enf.core.egnn.BatchShape;
import org.enf.core.flow.matching.ConditionalPath;
import org.enf.core.flow.matching.LinearPath;
import org.enf.core.flow.matching.NoiseAlignment;
import org.enf.core.flow.matching.ProbabilityPath;
import org.enf.core.flow.matching.TimeDistribution;
import org.enf.core.molecule.Molecule;

/**
 * Flow matching: a regression of the velocity onto that of paths between data and noise.
 *
 * @param positionPath the path of positions
 * @param featurePath the path of types and charges
 * @param times at which times a batch is trained
 * @param alignment how noise is brought nearer to its data
 * @param weights what an error of positions, types and charges counts
 * @param scales by what a fresh model multiplies data before
 */
public record MatchingSettings(
    ProbabilityPath positionPath,
    ProbabilityPath featurePath,
    TimeDistribution times,
    Alignment alignment,
    Weights weights,
    Scales scales)
    implements LossSettings {
  private static final double MOST = 1000;

  /** The name by which users choose it. */
  public static final String ID = "fm";

  /** Straight lines at uniform times. */
  public static final MatchingSettings DEFAULT =
      new MatchingSettings(
          LinearPath.EXACT,
          LinearPath.EXACT,
          new TimeDistribution.Uniform(),
          Alignment.NONE,
          Weights.DEFAULT,
          Scales.DEFAULT);

  @Override
  public String id() {
    return ID;
  }

  /** How noise is brought nearer to its data. */
  public enum Alignment {
    /** Not at all. */
    NONE {
      @Override
      double[] of(int dimensions, BatchShape shape, double[] data, double[] noise) {
        return noise;
      }
    },
    /** By the order of its atoms and by a rotation ({@link NoiseAlignment}). */
    EQUIVARIANT {
      @Override
      double[] of(int dimensions, BatchShape shape, double[] data, double[] noise) {
        return new NoiseAlignment(dimensions).of(shape, data, noise);
      }
    };

    /** The noise as it is paired with the data: [atoms × width]. */
    abstract double[] of(int dimensions, BatchShape shape, double[] data, double[] noise);
  }

  /**
   * Whether noise on the paths can be renewed: aligned noise depends on its data, so that fresh
   * noise is none of its kind.
   */
  public boolean renewable() {
    return alignment == Alignment.NONE;
  }

  /**
   * Whether the paths of a model themselves leave the noise of its dequantization around the
   * features.
   *
   * <p>The noise of a gaussian dequantization is what a linear path leaves around the data anyway,
   * so that it need not be added to them: a path to noisy data would ask the velocity for noise
   * that nothing tells.
   */
  boolean leavesNoise(EnfSettings model) {
    return model.dequantization() == Dequantization.GAUSSIAN && featurePath instanceof LinearPath;
  }

  /**
   * The paths of the columns of a flow of molecules.
   *
   * @param parameters of the model, whose ActNorm scales the noise of the dequantization
   */
  public ConditionalPath path(EnfSettings model, double[] parameters) {
    double[] deviations = new double[model.features()];
    if (leavesNoise(model)) {
      int from = model.dynamicsParameters();
      double[] actNorm = Arrays.copyOfRange(parameters, from, from + model.actNormParameters());
      double[] factors = model.actNorm().featureFactors(actNorm);
      Arrays.setAll(deviations, k -> GaussianDequantizer.DEVIATION * factors[k]);
    }
    List<ProbabilityPath> columns =
        new ArrayList<>(Collections.nCopies(Molecule.DIMENSIONS, positionPath));
    for (double deviation : deviations) {
      columns.add(deviation > 0 ? new LinearPath(deviation) : featurePath);
    }
    return new ConditionalPath(columns);
  }

  /**
   * What the mean squared error of a velocity counts in the loss.
   *
   * @param positions the mean over atoms and axes, above 0
   * @param types the mean over atoms and types, at least 0
   * @param charges the mean over atoms, at least 0
   */
  public record Weights(double positions, double types, double charges) {
    /** Types count as much as positions, the charge, which the type tells, less. */
    public static final Weights DEFAULT = new Weights(1, 1, 0.2);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a weight is out of range; the message names it
     */
    public Weights {
      if (!(positions > 0)) {
        throw new IllegalArgumentException(
            "the weight of positions must be above 0, not " + positions);
      }
      require("weight of positions", positions);
      require("weight of types", types);
      require("weight of charges", charges);
    }

    private static void require(String name, double value) {
      if (!(value >= 0 && value <= MOST)) {
        throw new IllegalArgumentException(
            "the " + name + " must be at least 0 and at most " + MOST + ", not " + value);
      }
    }

    /** The weight of each column of a flow of molecules: positions, types, charge. */
    double[] ofColumns(int dimensions, int typeCount) {
      double[] columns = new double[dimensions + typeCount + 1];
      for (int k = 0; k < columns.length; k++) {
        columns[k] =
            k < dimensions
                ? positions / dimensions
                : k < dimensions + typeCount ? types / typeCount : charges;
      }
      return columns;
    }
  }

  /**
   * By what data are multiplied before they go into the flow; the likelihood accounts for it as for
   * an ActNorm with these parameters.
   *
   * @param positions per Å, above 0
   * @param types of a one-hot column, above 0
   * @param charges of an atomic number, above 0
   */
  public record Scales(double positions, double types, double charges) {
    /** Å and one-hot columns as they are, charges a tenth. */
    public static final Scales DEFAULT = new Scales(1, 1, 0.1);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a scale is out of range; the message names it
     */
    public Scales {
      require("scale of positions", positions);
      require("scale of types", types);
      require("scale of charges", charges);
    }

    private static void require(String name, double value) {
      if (!(value > 0 && value <= MOST)) {
        throw new IllegalArgumentException(
            "the " + name + " must be above 0 and at most " + MOST + ", not " + value);
      }
    }

    /** The scale of each feature: types, charge. */
    double[] ofFeatures(int typeCount) {
      double[] features = new double[typeCount + 1];
      Arrays.fill(features, types);
      features[typeCount] = charges;
      return features;
    }
  }
}
