package org.enf.core.bench;

/**
 * How long drawing molecules takes.
 *
 * @param engine the name of the engine
 * @param threads of the engine
 * @param molecules how many were drawn each time
 * @param failed how many of them the flow failed for
 * @param rounds how often
 * @param seconds the median for all of them
 * @param evaluations the mean number of evaluations of the velocity for a molecule
 */
public record SamplingResult(
    String engine,
    int threads,
    int molecules,
    int failed,
    int rounds,
    double seconds,
    double evaluations) {
  /** Molecules a second. */
  public double rate() {
    return molecules / seconds;
  }
}
