package org.enf.core.koehler;

import java.util.Arrays;

/**
 * The force of {@link SimpleDynamics}: F(d) = −2·φ′(d)/d, as each pair is there twice.
 *
 * <p>φ′ depends on nothing but the distance, and there are far more pairs than distances worth
 * telling apart. So it is computed, with two derivatives, at nodes 1/64 of the smallest width of
 * the basis apart, and between them it is the polynomial of fifth degree that meets all of that:
 * twice continuously differentiable, F within 10⁻¹⁰ and F′ within 10⁻⁸ of their sizes. All
 * derivatives, those by the parameters included, are those of the interpolated force. Beyond the
 * last node φ is constant to the last digit.
 */
final class PotentialForce implements RadialForce {
  /** The coefficients of the polynomial of an interval. */
  private static final int TERMS = 6;

  private final Potential potential;
  private final double step;
  private final int intervals;

  /** φ′, φ″ and φ‴ of each node, and the polynomials of the intervals between. */
  private final double[] nodes;

  private final double[] terms;
  private final double[] byNodes;
  private final double[] byTerms;
  private final double[] places = new double[Potential.PLACES];
  private final double[] cotangents = new double[3 * Potential.PLACES];
  private boolean ready;

  PotentialForce(SimpleDynamics settings) {
    potential = new Potential(settings);
    step = settings.tableStep();
    intervals = settings.tableIntervals();
    nodes = new double[3 * (intervals + 1)];
    byNodes = new double[nodes.length];
    terms = new double[TERMS * intervals];
    byTerms = new double[terms.length];
  }

  @Override
  public void setParameters(double[] parameters) {
    potential.setParameters(parameters);
    ready = false;
  }

  private void fillTable() {
    for (int first = 0; first <= intervals; first += places.length) {
      int count = Math.min(places.length, intervals + 1 - first);
      for (int p = 0; p < count; p++) {
        places[p] = (first + p) * step;
      }
      potential.differentiate(places, count, nodes, 3 * first);
    }
    for (int i = 0; i < intervals; i++) {
      int a = 3 * i;
      double f = nodes[a];
      double rise = nodes[a + 3] - f;
      double slope0 = step * nodes[a + 1];
      double slope1 = step * nodes[a + 4];
      double bend0 = step * step * nodes[a + 2];
      double bend1 = step * step * nodes[a + 5];
      int at = TERMS * i;
      terms[at] = f;
      terms[at + 1] = slope0;
      terms[at + 2] = bend0 / 2;
      terms[at + 3] = 10 * rise - 6 * slope0 - 4 * slope1 - 1.5 * bend0 + 0.5 * bend1;
      terms[at + 4] = -15 * rise + 8 * slope0 + 7 * slope1 + 1.5 * bend0 - bend1;
      terms[at + 5] = 6 * rise - 3 * slope0 - 3 * slope1 - 0.5 * bend0 + 0.5 * bend1;
    }
    ready = true;
  }

  @Override
  public void evaluate(PairBlock block, int derivatives) {
    if (!ready) {
      fillTable();
    }
    for (int p = 0; p < block.size(); p++) {
      double d = block.distance[p];
      double place = d / step;
      double g = 0;
      double g1 = 0;
      double g2 = 0;
      if (place < intervals) {
        int interval = (int) place;
        double x = place - interval;
        for (int at = TERMS * interval + TERMS - 1; at >= TERMS * interval; at--) {
          g2 = g2 * x + 2 * g1;
          g1 = g1 * x + g;
          g = g * x + terms[at];
        }
        g1 /= step;
        g2 /= step * step;
      }
      double f = -2 * g / d;
      double f1 = (-2 * g1 - f) / d;
      block.value[p] = f;
      block.first[p] = f1;
      block.second[p] = (-2 * g2 - 2 * f1) / d;
    }
  }

  @Override
  public void reverse(PairBlock block) {
    for (int p = 0; p < block.size(); p++) {
      double d = block.distance[p];
      double place = d / step;
      if (place < intervals) {
        int interval = (int) place;
        double x = place - interval;
        double byG1 = -2 * block.byFirst[p] / d;
        double byG = (-2 * block.byValue[p] - byG1) / d;
        double slope = byG1 / step;
        int at = TERMS * interval;
        byTerms[at] += byG;
        double power = 1;
        for (int k = 1; k < TERMS; k++) {
          byTerms[at + k] += (byG * x + k * slope) * power;
          power *= x;
        }
      }
    }
  }

  @Override
  public void flush(double[] gradient) {
    Arrays.fill(byNodes, 0);
    for (int i = 0; i < intervals; i++) {
      reverseTerms(i);
    }
    Arrays.fill(byTerms, 0);
    int count = 0;
    for (int node = 0; node <= intervals; node++) {
      int a = 3 * node;
      if (byNodes[a] != 0 || byNodes[a + 1] != 0 || byNodes[a + 2] != 0) {
        places[count] = node * step;
        System.arraycopy(byNodes, a, cotangents, 3 * count, 3);
        count++;
      }
      if (count == places.length || count > 0 && node == intervals) {
        potential.reverse(places, count, cotangents, gradient);
        count = 0;
      }
    }
  }

  private void reverseTerms(int interval) {
    int at = TERMS * interval;
    double c3 = byTerms[at + 3];
    double c4 = byTerms[at + 4];
    double c5 = byTerms[at + 5];
    double byRise = 10 * c3 - 15 * c4 + 6 * c5;
    int a = 3 * interval;
    byNodes[a] += byTerms[at] - byRise;
    byNodes[a + 1] += step * (byTerms[at + 1] - 6 * c3 + 8 * c4 - 3 * c5);
    byNodes[a + 2] += step * step * (0.5 * byTerms[at + 2] - 1.5 * c3 + 1.5 * c4 - 0.5 * c5);
    byNodes[a + 3] += byRise;
    byNodes[a + 4] += step * (-4 * c3 + 7 * c4 - 3 * c5);
    byNodes[a + 5] += step * step * (0.5 * c3 - c4 + 0.5 * c5);
  }
}
