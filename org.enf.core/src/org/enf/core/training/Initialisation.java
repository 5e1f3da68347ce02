package org.enf.core.training;

import java.util.random.RandomGenerator;

/** Gives a network its fresh parameters. */
@FunctionalInterface
public interface Initialisation {
  /** Fresh parameters; the same random numbers give the same parameters. */
  double[] initialise(RandomGenerator random);
}
