package org.enf.core.experiment;

/**
 * A validation during a run.
 *
 * @param key which run
 * @param epoch how many whole epochs were done before
 * @param step how many steps were done before
 * @param trainingNll the mean NLL of the samples trained on since the last validation, in nats
 * @param validationNll the mean NLL of the validation set in nats, NaN if it could not be evaluated
 * @param evaluations the mean number of evaluations of the network in the steps since then
 * @param seconds of training so far, without validation
 */
public record CurvePoint(
    RunKey key,
    int epoch,
    long step,
    double trainingNll,
    double validationNll,
    double evaluations,
    double seconds) {}
