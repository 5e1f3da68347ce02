package org.enf.core.plot;

/**
 * Points and how they are joined. Points whose y is not finite are left out.
 *
 * @param name for the legend; two curves of a plot have different names
 * @param x in ascending order; not to be changed afterwards
 * @param y as many; not to be changed afterwards
 * @param style how they are drawn
 * @param colour the index of a colour: curves that belong together have the same, 0 to {@value
 *     #COLOURS} − 1
 */
public record Curve(String name, double[] x, double[] y, Style style, int colour) {
  /** How many colours there are; the last is grey. */
  public static final int COLOURS = 7;

  /** The index of the grey colour, for what others are compared with. */
  public static final int GREY = COLOURS - 1;

  /** How points are joined. */
  public enum Style {
    /** By a line. */
    SOLID,
    /** By a broken line. */
    DASHED,
    /** By a dotted line. */
    DOTTED,
    /** By a line, with a mark on each. */
    MARKED,
    /** By a broken line, with a mark on each. */
    MARKED_DASHED,
    /** By a line, the area below filled. */
    FILLED
  }

  /**
   * Checks that there are as many x as y.
   *
   * @throws IllegalArgumentException if there are not, or there is no such colour
   */
  public Curve {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "the curve " + name + " has " + x.length + " x for " + y.length + " y");
    }
    if (colour < 0 || colour >= COLOURS) {
      throw new IllegalArgumentException("a colour is 0 to " + (COLOURS - 1) + ", not " + colour);
    }
  }

  /** A horizontal line from one x to another. */
  public static Curve level(String name, double from, double to, double height) {
    return new Curve(
        name, new double[] {from, to}, new double[] {height, height}, Style.DOTTED, GREY);
  }
}
