package org.enf.core.bench;

/**
 * How long training steps take.
 *
 * @param what was trained
 * @param engine the name of the engine
 * @param threads of the engine
 * @param steps how many were measured
 * @param seconds the median of a step: batch, loss, gradient and optimiser
 * @param evaluations the median number of evaluations of the velocity in the solve of a step; the
 *     way back goes once through each of those that were accepted
 * @param memory the most that was in use in these steps
 */
public record TrainingResult(
    TrainingCase what,
    String engine,
    int threads,
    int steps,
    double seconds,
    double evaluations,
    MemoryPeak memory) {}
