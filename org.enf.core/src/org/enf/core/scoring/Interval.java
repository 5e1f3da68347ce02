package org.enf.core.scoring;

/**
 * A confidence interval of a ratio.
 *
 * @param low lower end, 0 to 1
 * @param high upper end, 0 to 1
 * @param level the confidence level, for example 0.95
 */
public record Interval(double low, double high, double level) {}
