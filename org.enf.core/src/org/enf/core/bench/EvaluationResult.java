package org.enf.core.bench;

import java.util.Map;

/**
 * How long an engine takes for evaluations of a network, in median seconds.
 *
 * @param what was evaluated
 * @param engine the name of the engine
 * @param threads of the engine
 * @param times the seconds of each operation
 * @param peak floating-point operations a second of one thread's large matrix product, measured in
 *     the same rounds; NaN where it cannot be measured
 */
public record EvaluationResult(
    EvaluationCase what, String engine, int threads, Map<Operation, Double> times, double peak) {
  /** Copies the times. */
  public EvaluationResult {
    times = Map.copyOf(times);
  }

  /** The seconds of an operation. */
  public double seconds(Operation operation) {
    return times.get(operation);
  }

  /** What an evaluation costs in training: value and JVP, and the way back. */
  public double trainingSeconds() {
    return seconds(Operation.PRODUCT) + seconds(Operation.REVERSE);
  }

  /** Floating-point operations a second in what {@link #trainingSeconds} takes. */
  public double rate() {
    return (what.operations(Operation.PRODUCT) + what.operations(Operation.REVERSE))
        / trainingSeconds();
  }

  /** The rate as a share of what large matrix products would reach on as many threads. */
  public double share() {
    return rate() / (threads * peak);
  }
}
