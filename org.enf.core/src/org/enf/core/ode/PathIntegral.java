package org.enf.core.ode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The integral of a function of time that is expensive to compute, by panels that are refined until
 * the error is within the tolerance.
 *
 * <p>Each panel begins with five nodes of Clenshaw and Curtis, goes on to nine and seventeen, which
 * use the values again, and then is cut into halves. The caller computes the values: it asks {@link
 * #wanted} and answers by {@link #give} until that is empty, so that the values of many integrals
 * can be computed together.
 *
 * <p>The difference δ to the rule with half the intervals is the error of that one. The error of
 * the panel is taken to be v·(δ/v)^1.5 with v for the integral of the distance to the mean, as in
 * QUADPACK (Piessens et al., 1983) but without its factor, and not above δ.
 */
public final class PathIntegral {
  private static final int FIRST_INTERVALS = 4;
  private static final int MOST_INTERVALS = 16;

  /** A panel below this share of the whole is not cut: the arithmetic ends there. */
  private static final double SMALLEST_PANEL = 1e-8;

  private static final double EXPONENT = 1.5;

  /** Refining leaves the panels whose errors together are below this share of the tolerance. */
  private static final double LEFT_SHARE = 0.5;

  private final Tolerance tolerance;
  private final int maxEvaluations;
  private final double whole;
  private final Map<Double, Double> values = new HashMap<>();
  private final List<Panel> panels = new ArrayList<>();
  private final List<Panel> pending = new ArrayList<>();
  private double[] wanted;
  private Status status = Status.UNDER_WAY;

  /** How far an integral is. */
  public enum Status {
    /** More values are wanted. */
    UNDER_WAY,
    /** The error is within the tolerance. */
    REACHED,
    /** More evaluations than allowed would be needed, or panels too short for the arithmetic. */
    NOT_REACHED,
    /** A value is infinite or NaN. */
    NOT_FINITE
  }

  /**
   * An integral.
   *
   * @param edges the limits, with edges of panels between them, all rising or all falling
   * @param tolerance how large the error may be: {@code absolute + relative · |integral|}
   * @param maxEvaluations the most values that may be asked for
   * @throws IllegalArgumentException if there are fewer than two edges
   */
  public PathIntegral(double[] edges, Tolerance tolerance, int maxEvaluations) {
    if (edges.length < 2) {
      throw new IllegalArgumentException("an integral needs two limits");
    }
    this.tolerance = tolerance;
    this.maxEvaluations = maxEvaluations;
    whole = Math.abs(edges[edges.length - 1] - edges[0]);
    for (int k = 1; k < edges.length; k++) {
      pending.add(new Panel(edges[k - 1], edges[k], FIRST_INTERVALS));
    }
    ask();
  }

  /** The times at which values are wanted next; none when it has ended. */
  public double[] wanted() {
    return wanted.clone();
  }

  /**
   * Takes the values at the times that are wanted.
   *
   * @throws IllegalArgumentException if they are too few or too many
   */
  public void give(double[] answers) {
    if (answers.length != wanted.length) {
      throw new IllegalArgumentException(
          wanted.length + " values are wanted, not " + answers.length);
    }
    boolean finite = true;
    for (int k = 0; k < answers.length; k++) {
      values.put(wanted[k], answers[k]);
      finite &= Double.isFinite(answers[k]);
    }
    pending.forEach(panel -> panel.compute(values));
    panels.addAll(pending);
    pending.clear();
    if (!finite) {
      end(Status.NOT_FINITE);
    } else if (error() <= allowed()) {
      end(Status.REACHED);
    } else {
      refine();
    }
  }

  private double allowed() {
    return tolerance.absolute() + tolerance.relative() * Math.abs(value());
  }

  private void refine() {
    double goal = LEFT_SHARE * allowed();
    double stuck = panels.stream().filter(this::isLast).mapToDouble(panel -> panel.error).sum();
    if (stuck > goal) {
      end(Status.NOT_REACHED);
      return;
    }
    panels.sort(Comparator.comparingDouble(panel -> -panel.error));
    double rest = error();
    List<Panel> left = new ArrayList<>();
    for (Panel panel : panels) {
      if (rest <= goal || isLast(panel)) {
        left.add(panel);
        continue;
      }
      rest -= panel.error;
      if (panel.intervals == MOST_INTERVALS) {
        double middle = panel.time(ClenshawCurtis.node(1, 2));
        pending.add(new Panel(panel.from, middle, FIRST_INTERVALS));
        pending.add(new Panel(middle, panel.to, FIRST_INTERVALS));
      } else {
        pending.add(new Panel(panel.from, panel.to, 2 * panel.intervals));
      }
    }
    panels.clear();
    panels.addAll(left);
    ask();
    if (values.size() + wanted.length > maxEvaluations) {
      end(Status.NOT_REACHED);
    }
  }

  private boolean isLast(Panel panel) {
    return panel.intervals == MOST_INTERVALS
        && Math.abs(panel.to - panel.from) < SMALLEST_PANEL * whole;
  }

  private void ask() {
    Set<Double> times = new LinkedHashSet<>();
    for (Panel panel : pending) {
      for (double t : panel.times()) {
        if (!values.containsKey(t)) {
          times.add(t);
        }
      }
    }
    wanted = times.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private void end(Status reason) {
    status = reason;
    wanted = new double[0];
  }

  /** How far it is. */
  public Status status() {
    return status;
  }

  /** The integral as far as it is known. */
  public double value() {
    return panels.stream().mapToDouble(panel -> panel.integral).sum();
  }

  /** What its error is taken to be. */
  public double error() {
    return panels.stream().mapToDouble(panel -> panel.error).sum();
  }

  /** The number of values that were computed. */
  public int evaluations() {
    return values.size();
  }

  /** A part of the way and its rule. */
  private static final class Panel {
    private final double from;
    private final double to;
    private final int intervals;
    private double integral;
    private double error;

    Panel(double from, double to, int intervals) {
      this.from = from;
      this.to = to;
      this.intervals = intervals;
    }

    /** The time of a place in [−1, 1]; the ends to the bit, as neighbours share them. */
    private double time(double place) {
      if (place == -1) {
        return from;
      }
      return place == 1 ? to : 0.5 * (from + to) + 0.5 * (to - from) * place;
    }

    double[] times() {
      double[] times = new double[intervals + 1];
      for (int k = 0; k <= intervals; k++) {
        times[k] = time(ClenshawCurtis.node(k, intervals));
      }
      return times;
    }

    void compute(Map<Double, Double> known) {
      double[] times = times();
      double[] weights = ClenshawCurtis.weights(intervals);
      double[] fewer = ClenshawCurtis.weights(intervals / 2);
      double half = 0.5 * (to - from);
      double coarse = 0;
      integral = 0;
      for (int k = 0; k <= intervals; k++) {
        double value = known.get(times[k]);
        integral += half * weights[k] * value;
        coarse += k % 2 == 0 ? half * fewer[k / 2] * value : 0;
      }
      double mean = integral / (to - from);
      double variation = 0;
      for (int k = 0; k <= intervals; k++) {
        variation += Math.abs(half) * weights[k] * Math.abs(known.get(times[k]) - mean);
      }
      double difference = Math.abs(integral - coarse);
      error =
          variation > difference
              ? variation * Math.pow(difference / variation, EXPONENT)
              : difference;
    }
  }
}
