package org.enf.core.dequantization;

import java.util.random.RandomGenerator;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.NetworkSettings;
import org.enf.core.egnn.ParameterLayout;
import org.enf.core.flow.ActNorm;
import org.enf.core.flow.ActNorm.PositionFreedom;
import org.enf.core.flow.Orientation;
import org.enf.core.molecule.AtomTypes;
import org.enf.core.molecule.Molecule;

/**
 * What an E(n) equivariant normalizing flow of molecules is made of.
 *
 * <p>Its parameters stand in one array: those of the velocity network, of the ActNorm and of the
 * dequantizer's network.
 *
 * @param types the elements it knows
 * @param dynamics the velocity network
 * @param dequantization how types and charges become continuous
 * @param dequantizer the network of the dequantizer; null exactly if the dequantization has none
 * @param freedom what the ActNorm's log-determinant counts
 * @param orientation which way along the flow the layers of the velocity network move the atoms
 */
public record EnfSettings(
    AtomTypes types,
    NetworkSettings dynamics,
    Dequantization dequantization,
    EgnnSettings dequantizer,
    PositionFreedom freedom,
    Orientation orientation) {
  /** The dequantizer's layers and width in the paper. */
  public static final int DEQUANTIZER_LAYERS = 4;

  /** The dequantizer's width in the paper. */
  public static final int DEQUANTIZER_HIDDEN = 64;

  /**
   * Checks that the parts fit.
   *
   * @throws IllegalArgumentException if they do not
   */
  public EnfSettings {
    int features = types.size() + 1;
    if ((dequantizer != null) != dequantization.hasNetwork()) {
      throw new IllegalArgumentException(
          dequantizer == null
              ? "the " + dequantization.words() + " dequantization needs a network"
              : "the " + dequantization.words() + " dequantization has no network");
    }
    if (dynamics.dimensions() != Molecule.DIMENSIONS
        || dequantizer != null && dequantizer.dimensions() != Molecule.DIMENSIONS) {
      throw new IllegalArgumentException("molecules have 3 dimensions");
    }
    if (dynamics.inputFeatures() != features || dynamics.outputFeatures() != features) {
      throw new IllegalArgumentException(
          "the velocity network of "
              + types.size()
              + " types has "
              + features
              + " features in and out, not "
              + dynamics.inputFeatures()
              + " and "
              + dynamics.outputFeatures());
    }
    if (dequantizer != null
        && (dequantizer.inputFeatures() != features
            || dequantizer.outputFeatures() != 2 * features)) {
      throw new IllegalArgumentException(
          "the dequantizer of "
              + types.size()
              + " types maps "
              + features
              + " features to "
              + 2 * features);
    }
  }

  /** A system whose layers move the atoms towards the latent variables, as in the paper. */
  public EnfSettings(
      AtomTypes types,
      NetworkSettings dynamics,
      Dequantization dequantization,
      EgnnSettings dequantizer,
      PositionFreedom freedom) {
    this(types, dynamics, dequantization, dequantizer, freedom, Orientation.TO_LATENT);
  }

  /** A system with the paper's argmax dequantization. */
  public EnfSettings(
      AtomTypes types,
      NetworkSettings dynamics,
      EgnnSettings dequantizer,
      PositionFreedom freedom) {
    this(types, dynamics, Dequantization.ARGMAX, dequantizer, freedom);
  }

  /** The paper's system with a velocity network of this size. */
  public static EnfSettings paper(AtomTypes types, int layers, int hidden) {
    return of(types, layers, hidden, DEQUANTIZER_LAYERS, DEQUANTIZER_HIDDEN);
  }

  /** The paper's system with networks of these sizes. */
  public static EnfSettings of(
      AtomTypes types, int layers, int hidden, int dequantizerLayers, int dequantizerHidden) {
    int features = types.size() + 1;
    return new EnfSettings(
        types,
        EgnnSettings.dynamics(Molecule.DIMENSIONS, features, layers, hidden),
        EgnnSettings.dequantizer(
            Molecule.DIMENSIONS, features, dequantizerLayers, dequantizerHidden),
        PositionFreedom.ZERO_MEAN);
  }

  /**
   * The system for flow matching: gaussian dequantization, layers that move the atoms towards the
   * data.
   */
  public static EnfSettings matching(AtomTypes types, int layers, int hidden) {
    return new EnfSettings(
        types,
        EgnnSettings.dynamics(Molecule.DIMENSIONS, types.size() + 1, layers, hidden),
        Dequantization.GAUSSIAN,
        null,
        PositionFreedom.ZERO_MEAN,
        Orientation.TO_DATA);
  }

  /** The same system with another orientation. */
  public EnfSettings with(Orientation other) {
    return new EnfSettings(types, dynamics, dequantization, dequantizer, freedom, other);
  }

  /** The number of features of an atom: one for each type and the charge. */
  public int features() {
    return types.size() + 1;
  }

  /** A new ActNorm of this system. */
  public ActNorm actNorm() {
    return new ActNorm(Molecule.DIMENSIONS, features(), freedom);
  }

  /** The number of parameters of the velocity network, which stand first. */
  public int dynamicsParameters() {
    return ParameterLayout.of(dynamics).length();
  }

  /** The number of parameters of the ActNorm, which stand second. */
  public int actNormParameters() {
    return actNorm().parameterCount();
  }

  /** The number of parameters of the dequantizer's network, which stand last. */
  public int dequantizerParameters() {
    return dequantizer == null ? 0 : ParameterLayout.of(dequantizer).length();
  }

  /** The number of all parameters. */
  public int parameterCount() {
    return dynamicsParameters() + actNormParameters() + dequantizerParameters();
  }

  /** Fresh parameters of the networks; those of the ActNorm are zero until it sees data. */
  public double[] initialise(RandomGenerator random) {
    double[] all = new double[parameterCount()];
    double[] first = ParameterLayout.of(dynamics).initialise(random);
    double[] last =
        dequantizer == null ? new double[0] : ParameterLayout.of(dequantizer).initialise(random);
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(last, 0, all, all.length - last.length, last.length);
    return all;
  }
}
