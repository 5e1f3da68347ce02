package org.enf.core.egnn;

/**
 * What an E(n) equivariant graph network is made of (Satorras, Hoogeboom, Welling, "E(n)
 * Equivariant Graph Neural Networks", 2021; Satorras et al., "E(n) Equivariant Normalizing Flows",
 * 2021, §3.1).
 *
 * <p>A row of its input holds the position of an atom (Å, {@code dimensions} columns) and its
 * features ({@code inputFeatures} columns). A row of its output holds how far the layers moved the
 * atom, the mean over the molecule taken away, and {@code outputFeatures} columns computed from its
 * last hidden features.
 *
 * @param dimensions the number of space dimensions n, 1 to 3
 * @param inputFeatures the features of an atom that go in, may be 0 if {@code time} goes in
 * @param outputFeatures the features of an atom that come out, may be 0
 * @param layers the number of message-passing layers L, at least 1
 * @param hidden the width of messages and hidden features, at least 1
 * @param time whether the time is a further feature of each atom
 * @param attention whether a message is weighted by a gate between 0 and 1 (φ_inf)
 * @param inputDistance whether the squared distance of the input positions goes into each layer
 * @param coordinateRange the sum over layers of the largest weight of a direction: each layer's
 *     weight is {@code coordinateRange / layers · tanh(·)}; 0 for weights without limit
 */
public record EgnnSettings(
    int dimensions,
    int inputFeatures,
    int outputFeatures,
    int layers,
    int hidden,
    boolean time,
    boolean attention,
    boolean inputDistance,
    double coordinateRange)
    implements NetworkSettings {
  /** The range of the coordinate weights that the paper's experiments use. */
  public static final double PAPER_COORDINATE_RANGE = 15;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a setting is outside its range; the message names it
   */
  public EgnnSettings {
    SettingRanges.requireDimensions(dimensions);
    SettingRanges.requireFeatures("inputFeatures", inputFeatures, time ? 0 : 1);
    SettingRanges.requireFeatures("outputFeatures", outputFeatures, 0);
    SettingRanges.requireSize(layers, hidden);
    if (!(coordinateRange >= 0 && coordinateRange <= 1e6)) {
      throw new IllegalArgumentException(
          "coordinateRange must be 0 (no limit) to 1e6, not " + coordinateRange);
    }
  }

  /**
   * The velocity network of the flow with everything that the paper gives it: time, attention,
   * input distance and tanh-limited weights of range 15.
   *
   * @param dimensions the number of space dimensions
   * @param features the features of an atom, 0 for positions only
   */
  public static EgnnSettings dynamics(int dimensions, int features, int layers, int hidden) {
    return new EgnnSettings(
        dimensions, features, features, layers, hidden, true, true, true, PAPER_COORDINATE_RANGE);
  }

  /**
   * The conditional network of the dequantizer: no time, no attention, no input distance, weights
   * without limit; two outputs (mean and log scale) for each feature.
   */
  public static EgnnSettings dequantizer(int dimensions, int features, int layers, int hidden) {
    return new EgnnSettings(
        dimensions, features, 2 * features, layers, hidden, false, false, false, 0);
  }

  /** The number of features that go into the embedding: the atom's, and the time if it is one. */
  @Override
  public int embeddedFeatures() {
    return inputFeatures + (time ? 1 : 0);
  }

  /** The number of distances that go into a message. */
  public int distances() {
    return inputDistance ? 2 : 1;
  }
}
