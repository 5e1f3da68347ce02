package org.enf.core.egnn;

/**
 * What the graph network without equivariance is made of, the paper's baseline GNF (Satorras et al.
 * 2021, §5): messages and updates as in an EGNN, but positions are features like all others, and
 * the velocity is read from the last hidden features.
 *
 * <p>Columns go into the embedding in the order position, features, time. The first {@code
 * dimensions} outputs, their mean over the molecule taken away, are the velocity.
 *
 * @param dimensions the number of space dimensions n, 1 to 3
 * @param inputFeatures the features of an atom that go in, may be 0
 * @param outputFeatures the features of an atom that come out, may be 0
 * @param layers the number of message-passing layers L, at least 1
 * @param hidden the width of messages and hidden features, at least 1
 * @param time whether the time is a further feature of each atom
 * @param attention whether a message is weighted by a gate between 0 and 1 (GNF-att)
 */
public record GnnSettings(
    int dimensions,
    int inputFeatures,
    int outputFeatures,
    int layers,
    int hidden,
    boolean time,
    boolean attention)
    implements NetworkSettings {
  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a setting is outside its range; the message names it
   */
  public GnnSettings {
    SettingRanges.requireDimensions(dimensions);
    SettingRanges.requireFeatures("inputFeatures", inputFeatures, 0);
    SettingRanges.requireFeatures("outputFeatures", outputFeatures, 0);
    SettingRanges.requireSize(layers, hidden);
  }

  /** The velocity network of the flow, with time. */
  public static GnnSettings dynamics(
      int dimensions, int features, int layers, int hidden, boolean attention) {
    return new GnnSettings(dimensions, features, features, layers, hidden, true, attention);
  }

  @Override
  public int embeddedFeatures() {
    return dimensions + inputFeatures + (time ? 1 : 0);
  }
}
