package org.enf.core.scoring;

import java.util.Optional;

/**
 * A ratio with its confidence interval.
 *
 * @param ratio the counts
 * @param interval the interval; empty where the ratio has no value
 */
public record Estimate(Ratio ratio, Optional<Interval> interval) {}
