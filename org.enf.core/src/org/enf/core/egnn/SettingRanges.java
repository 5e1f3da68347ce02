package org.enf.core.egnn;

/** The ranges that the settings of all networks have in common. */
public final class SettingRanges {
  private static final int MAX_LAYERS = 100;
  private static final int MAX_WIDTH = 4096;

  private SettingRanges() {}

  static void requireDimensions(int dimensions) {
    require("dimensions", dimensions, 1, 3);
  }

  static void requireFeatures(String name, int features, int min) {
    require(name, features, min, MAX_WIDTH);
  }

  static void requireSize(int layers, int hidden) {
    requireLayers(layers);
    requireHidden(hidden);
  }

  /**
   * Checks a number of layers.
   *
   * @throws IllegalArgumentException if it is out of range; the message says what is allowed
   */
  public static void requireLayers(int layers) {
    require("layers", layers, 1, MAX_LAYERS);
  }

  /**
   * Checks the width of the layers.
   *
   * @throws IllegalArgumentException if it is out of range; the message says what is allowed
   */
  public static void requireHidden(int hidden) {
    require("hidden", hidden, 1, MAX_WIDTH);
  }

  private static void require(String name, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          name + " must be " + min + " to " + max + ", not " + value);
    }
  }
}
