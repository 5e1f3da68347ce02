package org.enf.core.training;

import java.util.random.RandomGenerator;
import org.enf.core.ode.FirstStep;
import org.enf.core.ode.StopSignal;
import org.enf.core.ode.StoppedException;

/**
 * What training minimises: a loss over samples, with its gradient by one flat array of parameters.
 *
 * <p>Training knows nothing else of the model, so that likelihoods and losses without any
 * integration are trained alike. Not safe for use by several threads at once.
 */
public interface Objective {
  /** What is minimised, in words, for example {@code maximum likelihood}. */
  String name();

  /** The number of training samples. */
  int samples();

  /** The number of atoms of a sample, from 0: batches gather samples of few sizes. */
  int size(int sample);

  /** The number of parameters. */
  int parameterCount();

  /** How many of the parameters, from the first one on, belong to the flow itself. */
  int flowParameterCount();

  /** How many of the parameters, from the first one on, are trained; the others stay. */
  default int trainedParameterCount() {
    return parameterCount();
  }

  /** Fresh parameters, data-dependent ones included; they follow from the seed. */
  double[] start(long seed);

  /**
   * The mean loss of some samples, and its gradient.
   *
   * @param parameters not changed
   * @param samples indices, from 0
   * @param random gives all the noise of this step
   * @param gradient overwritten by the gradient by all parameters
   * @throws LossException if the loss cannot be computed
   * @throws StoppedException if asked to stop
   */
  Loss gradient(
      double[] parameters,
      int[] samples,
      RandomGenerator random,
      double[] gradient,
      StopSignal stop);

  /**
   * What a gradient tells the next one about the first step of its solve, so that a run can go on
   * bit for bit; one that nothing reads if there is no solve.
   */
  FirstStep firstStep();

  /** Whether there is a validation set. */
  boolean hasValidation();

  /**
   * Evaluates the validation set, each time with the same noise.
   *
   * @throws IllegalStateException if there is none
   * @throws StoppedException if asked to stop
   */
  Validation validate(double[] parameters, StopSignal stop);

  /**
   * The loss of a batch.
   *
   * @param nll the mean negative log-likelihood of a sample in nats, or what stands in its place
   * @param extra what is minimised besides, for example a regularisation, in the same unit
   * @param samples in the batch
   * @param evaluations of the network that the loss took
   */
  record Loss(double nll, double extra, int samples, int evaluations) {
    /** Whether it is a number that can be minimised. */
    public boolean isFinite() {
      return Double.isFinite(nll + extra);
    }
  }

  /**
   * The value of a validation set.
   *
   * @param nll the mean in nats a sample, NaN if no sample could be evaluated
   * @param samples how many went into it
   * @param left samples that were left out: the model does not cover them, or their evaluation
   *     failed
   */
  record Validation(double nll, int samples, int left) {}
}
