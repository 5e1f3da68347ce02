package org.enf.core.egnn;

/**
 * What a network on the atoms of a molecule is made of.
 *
 * <p>A row of its input holds the position of an atom (Å, {@link #dimensions} columns) and its
 * features ({@link #inputFeatures} columns); a row of its output holds the velocity of the position
 * and {@link #outputFeatures} columns more.
 */
public sealed interface NetworkSettings permits EgnnSettings, GnnSettings {
  /** The number of space dimensions n. */
  int dimensions();

  /** The features of an atom that go in. */
  int inputFeatures();

  /** The features of an atom that come out. */
  int outputFeatures();

  /** The number of message-passing layers. */
  int layers();

  /** The width of messages and hidden features. */
  int hidden();

  /** Whether the time is a further feature of each atom. */
  boolean time();

  /** Whether a message is weighted by a gate between 0 and 1. */
  boolean attention();

  /** The number of columns of a row of the input. */
  default int inputWidth() {
    return dimensions() + inputFeatures();
  }

  /** The number of columns of a row of the output. */
  default int outputWidth() {
    return dimensions() + outputFeatures();
  }

  /** The number of columns that go into the embedding. */
  int embeddedFeatures();
}
