package org.enf.core.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.enf.core.file.FileTarget;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Curves in a frame, with a legend.
 *
 * @param title one line
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param curves at least one with a point; the first is drawn first
 */
public record Plot(String title, Axis x, Axis y, List<Curve> curves) {
  private static final int WIDTH = 960;
  private static final int HEIGHT = 600;

  /** Pixels for one unit of the layout, so that lines stay sharp on fine screens and in print. */
  private static final int PIXELS = 2;

  /** Colours that the colour-blind can tell apart (Okabe and Ito, 2008), and a grey. */
  private static final Color[] COLOURS = {
    new Color(0xd55e00),
    new Color(0x0072b2),
    new Color(0x009e73),
    new Color(0xcc79a7),
    new Color(0xe69f00),
    new Color(0x56b4e9),
    new Color(0x6b7078)
  };

  private static final Marker[] MARKERS = {
    SeriesMarkers.CIRCLE,
    SeriesMarkers.SQUARE,
    SeriesMarkers.DIAMOND,
    SeriesMarkers.TRIANGLE_UP,
    SeriesMarkers.TRIANGLE_DOWN,
    SeriesMarkers.TRAPEZOID,
    SeriesMarkers.OVAL
  };

  private static final Color INK = new Color(0x30343b);
  private static final Color GRID = new Color(0xe4e6ea);
  private static final float LINE = 2.2f;
  private static final int FILLING = 60;
  private static final String WHOLE_OR_SMALL = "#,##0.####";

  /**
   * The share of an axis that is added at both ends. No whole number of them is one: values that
   * stood equally far from each other and from both ends would all become ticks, round or not.
   */
  private static final double MARGIN = 0.0151;

  /** Keeps its own list. */
  public Plot {
    curves = List.copyOf(curves);
  }

  /**
   * Draws the plot.
   *
   * @throws IOException if the file cannot be written; the message names it
   * @throws IllegalArgumentException if no curve has a point
   */
  public void write(Path png) throws IOException {
    BufferedImage image = draw();
    try (FileTarget target = FileTarget.open(png)) {
      if (!ImageIO.write(image, "png", target.stream())) {
        throw new IOException(png + ": this Java cannot write PNG files");
      }
      target.commit();
    }
  }

  BufferedImage draw() {
    XYChart chart = new XYChart(WIDTH, HEIGHT);
    chart.setTitle(title);
    chart.setXAxisTitle(x.label());
    chart.setYAxisTitle(y.label());
    style(chart.getStyler());
    boolean empty = true;
    for (Curve curve : curves) {
      empty &= !add(chart, curve);
    }
    if (empty) {
      throw new IllegalArgumentException("the plot '" + title + "' has no points");
    }
    BufferedImage image =
        new BufferedImage(PIXELS * WIDTH, PIXELS * HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    try {
      canvas.scale(PIXELS, PIXELS);
      chart.paint(canvas, WIDTH, HEIGHT);
    } finally {
      canvas.dispose();
    }
    return image;
  }

  private void style(XYStyler styler) {
    styler.setLocale(Locale.ROOT);
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setChartFontColor(INK);
    styler.setChartTitleFont(font(Font.BOLD, 17));
    styler.setAxisTitleFont(font(Font.PLAIN, 15));
    styler.setAxisTickLabelsFont(font(Font.PLAIN, 13));
    styler.setLegendFont(font(Font.PLAIN, 13));
    styler.setChartTitleBoxVisible(false);
    styler.setChartTitlePadding(8);
    styler.setChartPadding(14);
    styler.setPlotBorderVisible(true);
    styler.setPlotBorderColor(new Color(0xb6bac2));
    styler.setPlotGridLinesColor(GRID);
    styler.setPlotGridLinesStroke(new BasicStroke(1));
    styler.setAxisTickMarksColor(INK);
    styler.setAxisTickLabelsColor(INK);
    styler.setLegendPosition(LegendPosition.OutsideE);
    styler.setLegendBorderColor(Color.WHITE);
    styler.setLegendSeriesLineLength(34);
    styler.setPlotContentSize(1);
    styler.setMarkerSize(9);
    styler.setXAxisTickMarkSpacingHint(80);
    styler.setXAxisDecimalPattern(WHOLE_OR_SMALL);
    styler.setYAxisDecimalPattern(WHOLE_OR_SMALL);
    styler.setYAxisLabelAlignment(AxesChartStyler.TextAlignment.Right);
    Range across = range(x, curves.stream().map(Curve::x));
    styler.setXAxisMin(across.from());
    styler.setXAxisMax(across.to());
    styler.setXAxisLogarithmic(x.scale() == Axis.Scale.LOGARITHMIC);
    Range up = range(y, curves.stream().map(Curve::y));
    styler.setYAxisMin(up.from());
    styler.setYAxisMax(up.to());
    styler.setYAxisLogarithmic(y.scale() == Axis.Scale.LOGARITHMIC);
  }

  /** What an axis shows. */
  private record Range(double from, double to) {}

  /** The ends that the axis sets, else those of the data, and a margin. */
  private static Range range(Axis axis, Stream<double[]> data) {
    double[] finite = data.flatMapToDouble(Arrays::stream).filter(Double::isFinite).toArray();
    double from = Double.isNaN(axis.from()) ? Arrays.stream(finite).min().orElse(0) : axis.from();
    double to = Double.isNaN(axis.to()) ? Arrays.stream(finite).max().orElse(1) : axis.to();
    if (axis.scale() == Axis.Scale.LOGARITHMIC) {
      double factor = to > from ? Math.pow(to / from, MARGIN) : 1.5;
      return new Range(from / factor, to * factor);
    }
    double margin = to > from ? MARGIN * (to - from) : Math.max(0.5, 0.05 * Math.abs(to));
    return new Range(from - margin, to + margin);
  }

  private static Font font(int kind, int size) {
    return new Font(Font.SANS_SERIF, kind, size);
  }

  /** Returns whether the curve has a point. */
  private static boolean add(XYChart chart, Curve curve) {
    int[] shown =
        IntStream.range(0, curve.y().length)
            .filter(k -> Double.isFinite(curve.x()[k]) && Double.isFinite(curve.y()[k]))
            .toArray();
    if (shown.length == 0) {
      return false;
    }
    XYSeries series =
        chart.addSeries(
            curve.name(),
            Arrays.stream(shown).mapToDouble(k -> curve.x()[k]).toArray(),
            Arrays.stream(shown).mapToDouble(k -> curve.y()[k]).toArray());
    Color colour = COLOURS[curve.colour()];
    series.setLineColor(colour);
    series.setMarkerColor(colour);
    series.setLineStyle(stroke(curve.style()));
    series.setMarker(
        switch (curve.style()) {
          case MARKED, MARKED_DASHED -> MARKERS[curve.colour()];
          case SOLID, DASHED, DOTTED, FILLED ->
              // a line needs two points to be seen
              shown.length == 1 ? MARKERS[curve.colour()] : SeriesMarkers.NONE;
        });
    if (curve.style() == Curve.Style.FILLED) {
      series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Area);
      series.setFillColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), FILLING));
    }
    return true;
  }

  private static BasicStroke stroke(Curve.Style style) {
    float[] dashes =
        switch (style) {
          case SOLID, MARKED, FILLED -> null;
          case DASHED, MARKED_DASHED -> new float[] {7, 5};
          case DOTTED -> new float[] {2, 4};
        };
    return new BasicStroke(LINE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dashes, 0);
  }
}
