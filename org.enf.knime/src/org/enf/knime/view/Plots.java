package org.enf.knime.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The plots of a page.
 *
 * @param plots takes them
 */
public record Plots(ArrayNode plots) {
  /** Points of a plot. */
  public record Series(ArrayNode x, ArrayNode y) {
    /** Adds a point. */
    public void add(double abscissa, double ordinate) {
      x.add(abscissa);
      y.add(ordinate);
    }

    /** Adds a point at a name. */
    public void add(String abscissa, double ordinate) {
      x.add(abscissa);
      y.add(ordinate);
    }
  }

  /** Begins a plot of bars and gives where its series go. */
  public ArrayNode bars(String title, String abscissa, String ordinate) {
    return plot(title, abscissa, ordinate, "bars");
  }

  /** Begins a plot of lines and gives where its series go. */
  public ArrayNode lines(String title, String abscissa, String ordinate) {
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
  public static Series series(ArrayNode all, String name) {
    ObjectNode series = all.addObject().put("name", name);
    return new Series(series.putArray("x"), series.putArray("y"));
  }
}
