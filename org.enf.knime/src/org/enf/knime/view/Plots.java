package org.enf.knime.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The plots of a page.
 *
 * @param plots takes them
 */
record Plots(ArrayNode plots) {
  /** Points of a plot. */
  record Series(ArrayNode x, ArrayNode y) {
    void add(double abscissa, double ordinate) {
      x.add(abscissa);
      y.add(ordinate);
    }

    void add(String abscissa, double ordinate) {
      x.add(abscissa);
      y.add(ordinate);
    }
  }

  /** Begins a plot of bars and gives where its series go. */
  ArrayNode bars(String title, String abscissa, String ordinate) {
    return plot(title, abscissa, ordinate, "bars");
  }

  /** Begins a plot of lines and gives where its series go. */
  ArrayNode lines(String title, String abscissa, String ordinate) {
    return plot(title, abscissa, ordinate, "lines");
  }

  private ArrayNode plot(String title, String abscissa, String ordinate, String kind) {
    return plots
        .addObject()
        .put("title", title)
        .put("xLabel", abscissa)
        .put("yLabel", ordinate)
        .put("kind", kind)
        .putArray("series");
  }

  /** Begins a series. */
  static Series series(ArrayNode all, String name) {
    ObjectNode series = all.addObject().put("name", name);
    return new Series(series.putArray("x"), series.putArray("y"));
  }
}
