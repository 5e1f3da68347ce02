package org.enf.core.experiment;

import java.util.List;
import java.util.Optional;
import org.enf.core.model.StoredModel;
import org.enf.core.scoring.DistanceHistogram;

/**
 * What a run leaves.
 *
 * @param result its figures
 * @param curve its validations
 * @param drawn the distances in what the model draws, if it draws
 * @param data the distances that these are compared with, if it draws
 * @param model the model, if there are files for its kind
 */
public record RunOutcome(
    RunResult result,
    List<CurvePoint> curve,
    Optional<DistanceHistogram> drawn,
    Optional<DistanceHistogram> data,
    Optional<StoredModel> model) {}
