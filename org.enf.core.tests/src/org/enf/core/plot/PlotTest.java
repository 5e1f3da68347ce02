package org.enf.core.plot;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Plots as PNG files. */
public class PlotTest {
  private static final double[] X = {1, 10, 100};

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private static Curve curve(String name, Curve.Style style, int colour, double... y) {
    return new Curve(name, X, y, style, colour);
  }

  private static Plot plot(Curve... curves) {
    return new Plot("title", Axis.logarithmic("x"), Axis.linear("y / nats"), List.of(curves));
  }

  private static Set<Integer> colours(BufferedImage image) {
    Set<Integer> colours = new HashSet<>();
    for (int row = 0; row < image.getHeight(); row++) {
      for (int column = 0; column < image.getWidth(); column++) {
        colours.add(image.getRGB(column, row) & 0xffffff);
      }
    }
    return colours;
  }

  @Test
  public void aPlotIsWrittenAsPng() throws IOException {
    Path png = folder.getRoot().toPath().resolve("plot.png");
    plot(curve("a", Curve.Style.MARKED, 0, 1, 2, 3), Curve.level("floor", 1, 100, 0.5)).write(png);
    BufferedImage image = ImageIO.read(png.toFile());
    assertNotNull(image);
    assertEquals(1920, image.getWidth());
    assertEquals(1, folder.getRoot().list().length);
    assertTrue(Files.size(png) > 1000);
  }

  @Test
  public void eachCurveIsDrawnInItsColourWhateverItsStyle() {
    for (Curve.Style style : Curve.Style.values()) {
      BufferedImage image =
          plot(curve("a", style, 0, 1, 2, 3), curve("b", style, 2, 3, 2.5, 1)).draw();
      Set<Integer> colours = colours(image);
      assertTrue(style.name(), colours.contains(0xd55e00));
      assertTrue(style.name(), colours.contains(0x009e73));
    }
  }

  @Test
  public void pointsThatAreNotFiniteAreLeftOut() {
    BufferedImage image =
        plot(curve("a", Curve.Style.SOLID, 1, Double.NaN, Double.POSITIVE_INFINITY, 3)).draw();
    assertTrue(colours(image).contains(0x0072b2));
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                plot(curve("a", Curve.Style.SOLID, 1, Double.NaN, Double.NaN, Double.NaN)).draw());
    assertTrue(e.getMessage(), e.getMessage().contains("'title'"));
  }

  @Test
  public void whatDoesNotFitIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> curve("a", Curve.Style.SOLID, 0, 1, 2));
    assertThrows(
        IllegalArgumentException.class,
        () -> curve("a", Curve.Style.SOLID, Curve.COLOURS, 1, 2, 3));
    assertThrows(IllegalArgumentException.class, () -> Axis.linear("y").between(1, 1));
    assertThrows(IllegalArgumentException.class, () -> Axis.logarithmic("y").between(0, 1));
  }

  @Test
  public void aFileThatCannotBeWrittenIsNamed() {
    Path png = folder.getRoot().toPath().resolve("missing").resolve("plot.png");
    IOException e =
        assertThrows(
            IOException.class, () -> plot(curve("a", Curve.Style.SOLID, 1, 1, 2, 3)).write(png));
    assertTrue(e.getMessage(), e.getMessage().contains(png.toString()));
  }
}
