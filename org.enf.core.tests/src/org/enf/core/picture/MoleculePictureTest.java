package org.enf.core.picture;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.enf.core.molecule.Bond;
import org.enf.core.molecule.Element;
import org.enf.core.molecule.Molecule;
import org.enf.core.picture.MoleculePicture.Entry;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class MoleculePictureTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void moleculeIsSeenFromItsWidestSide() {
    // a flat molecule in the y-z plane, longest along z
    Molecule flat =
        new Molecule(
            "flat",
            new Element[] {Element.C, Element.C, Element.O, Element.O},
            new double[] {0, 0, 3, 0, 0, -3, 0, 1, 0, 0, -1, 0});
    Projection view = new Projection(flat);
    double[] right = new double[4];
    double[] up = new double[4];
    double[] near = new double[4];
    for (int i = 0; i < 4; i++) {
      right[i] = Math.abs(view.right(i));
      up[i] = Math.abs(view.up(i));
      near[i] = view.near(i);
    }
    assertArrayEquals(new double[] {3, 3, 0, 0}, right, 1e-9);
    assertArrayEquals(new double[] {0, 0, 1, 1}, up, 1e-9);
    assertArrayEquals(new double[4], near, 1e-9);
  }

  @Test
  public void distancesStayTheSame() {
    Molecule water = water();
    Projection view = new Projection(water);
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        double dx = view.right(i) - view.right(j);
        double dy = view.up(i) - view.up(j);
        double dz = view.near(i) - view.near(j);
        assertEquals(water.distance(i, j), Math.sqrt(dx * dx + dy * dy + dz * dz), 1e-9);
      }
    }
  }

  @Test
  public void pictureShowsOxygenInRed() {
    BufferedImage image = new MoleculePicture(4).draw(List.of(new Entry(water(), "H2O")));
    boolean red = false;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int rgb = image.getRGB(x, y);
        red |= (rgb >> 16 & 255) > 180 && (rgb >> 8 & 255) < 90;
      }
    }
    assertTrue("no red ball", red);
  }

  @Test
  public void rowsFillFromTheLeft() throws IOException {
    Entry entry = new Entry(water(), "water");
    File file = folder.newFile("five.png");
    new MoleculePicture(3).write(List.of(entry, entry, entry, entry, entry), file.toPath());
    BufferedImage image = ImageIO.read(file);
    int cell = image.getWidth() / 3;
    int row = image.getHeight() / 2;
    assertTrue(colours(image, cell, row).size() > 10);
    assertEquals("the sixth cell is empty", 1, colours(image, 2 * cell, row).size());
  }

  @Test
  public void nothingToDrawIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new MoleculePicture(3).draw(List.of()));
  }

  private static Set<Integer> colours(BufferedImage image, int left, int top) {
    Set<Integer> colours = new HashSet<>();
    for (int y = top; y < image.getHeight(); y++) {
      for (int x = left; x < left + image.getWidth() / 3; x++) {
        colours.add(image.getRGB(x, y));
      }
    }
    return colours;
  }

  private static Molecule water() {
    return new Molecule(
            "water",
            new Element[] {Element.O, Element.H, Element.H},
            new double[] {0, 0, 0.12, 0, 0.76, -0.47, 0, -0.76, -0.47})
        .withBonds(List.of(new Bond(0, 1, 1), new Bond(0, 2, 1)));
  }
}
