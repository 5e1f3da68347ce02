package org.enf.core.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.imageio.ImageIO;
import org.enf.core.molecule.Bond;
import org.enf.core.molecule.Element;
import org.enf.core.molecule.Molecule;

/** Balls and sticks: several molecules in a grid, each with a caption, as a PNG file. */
public final class MoleculePicture {
  private static final int CELL = 220;
  private static final int CAPTION = 26;
  private static final double MARGIN = 26;
  private static final double MOST_PIXELS_PER_ANGSTROM = 34;
  private static final double STICK = 0.16;
  private static final Color PAPER = Color.WHITE;
  private static final Color STICKS = new Color(0x8a8f98);
  private static final Color INK = new Color(0x30343b);

  private final int columns;

  /** A picture with this many molecules side by side, at least one. */
  public MoleculePicture(int columns) {
    if (columns < 1) {
      throw new IllegalArgumentException("a picture needs at least one column, not " + columns);
    }
    this.columns = columns;
  }

  /**
   * A molecule and the line below it.
   *
   * @param molecule with the bonds to draw
   * @param caption one short line
   */
  public record Entry(Molecule molecule, String caption) {}

  /**
   * Draws the molecules, in rows.
   *
   * @throws IOException if the file cannot be written
   * @throws IllegalArgumentException if there is nothing to draw
   */
  public void write(List<Entry> entries, Path png) throws IOException {
    if (!ImageIO.write(draw(entries), "png", png.toFile())) {
      throw new IOException(png + ": this Java cannot write PNG files");
    }
  }

  BufferedImage draw(List<Entry> entries) {
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("there is no molecule to draw");
    }
    int wide = Math.min(columns, entries.size());
    int high = (entries.size() + wide - 1) / wide;
    BufferedImage image =
        new BufferedImage(wide * CELL, high * (CELL + CAPTION), BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    try {
      canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      canvas.setColor(PAPER);
      canvas.fillRect(0, 0, image.getWidth(), image.getHeight());
      for (int k = 0; k < entries.size(); k++) {
        Graphics2D cell =
            (Graphics2D)
                canvas.create(k % wide * CELL, k / wide * (CELL + CAPTION), CELL, CELL + CAPTION);
        drawCell(cell, entries.get(k));
        cell.dispose();
      }
    } finally {
      canvas.dispose();
    }
    return image;
  }

  private static void drawCell(Graphics2D canvas, Entry entry) {
    Molecule molecule = entry.molecule();
    Projection view = new Projection(molecule);
    double reach = 1;
    for (int i = 0; i < molecule.size(); i++) {
      reach = Math.max(reach, Math.max(Math.abs(view.right(i)), Math.abs(view.up(i))));
    }
    double scale = Math.min(MOST_PIXELS_PER_ANGSTROM, (CELL / 2.0 - MARGIN) / reach);
    for (Part part : parts(molecule, view)) {
      part.draw(canvas, view, scale);
    }
    canvas.setColor(INK);
    canvas.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    int width = canvas.getFontMetrics().stringWidth(entry.caption());
    canvas.drawString(entry.caption(), (CELL - width) / 2, CELL + CAPTION / 2);
  }

  private static List<Part> parts(Molecule molecule, Projection view) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < molecule.size(); i++) {
      parts.add(new Ball(i, molecule.element(i), view.near(i)));
    }
    for (Bond bond : molecule.bonds()) {
      parts.add(new Stick(bond, (view.near(bond.first()) + view.near(bond.second())) / 2));
    }
    parts.sort(Comparator.comparingDouble(Part::near));
    return parts;
  }

  private static double x(Projection view, int atom, double scale) {
    return CELL / 2.0 + view.right(atom) * scale;
  }

  private static double y(Projection view, int atom, double scale) {
    return CELL / 2.0 - view.up(atom) * scale;
  }

  /** Something to draw; what is further away is drawn first. */
  private sealed interface Part {
    double near();

    void draw(Graphics2D canvas, Projection view, double scale);
  }

  private record Ball(int atom, Element element, double near) implements Part {
    @Override
    public void draw(Graphics2D canvas, Projection view, double scale) {
      double radius = radius(element) * scale;
      double x = x(view, atom, scale);
      double y = y(view, atom, scale);
      Color colour = colour(element);
      canvas.setPaint(
          new RadialGradientPaint(
              new Point2D.Double(x - radius / 3, y - radius / 3),
              (float) (1.4 * radius),
              new float[] {0, 1},
              new Color[] {mixed(colour, Color.WHITE, 0.55), mixed(colour, Color.BLACK, 0.15)}));
      Ellipse2D circle = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
      canvas.fill(circle);
      canvas.setColor(mixed(colour, Color.BLACK, 0.45));
      canvas.setStroke(new BasicStroke(1));
      canvas.draw(circle);
    }
  }

  private record Stick(Bond bond, double near) implements Part {
    @Override
    public void draw(Graphics2D canvas, Projection view, double scale) {
      double x1 = x(view, bond.first(), scale);
      double y1 = y(view, bond.first(), scale);
      double x2 = x(view, bond.second(), scale);
      double y2 = y(view, bond.second(), scale);
      double length = Math.max(1e-6, Math.hypot(x2 - x1, y2 - y1));
      int lines = bond.order() == Bond.AROMATIC ? 2 : bond.order();
      double gap = STICK * scale * 1.15;
      canvas.setColor(STICKS);
      canvas.setStroke(new BasicStroke((float) (STICK * scale * (lines == 1 ? 1 : 0.6))));
      for (int k = 0; k < lines; k++) {
        double shift = (k - (lines - 1) / 2.0) * gap;
        double dx = -(y2 - y1) / length * shift;
        double dy = (x2 - x1) / length * shift;
        canvas.draw(new Line2D.Double(x1 + dx, y1 + dy, x2 + dx, y2 + dy));
      }
    }
  }

  private static double radius(Element element) {
    return element == Element.H ? 0.26 : 0.42;
  }

  /** The colours chemists know from ball-and-stick models. */
  private static Color colour(Element element) {
    return switch (element) {
      case H -> new Color(0xe9edf2);
      case C -> new Color(0x4c5360);
      case N -> new Color(0x3f66d6);
      case O -> new Color(0xd7382f);
      case F -> new Color(0x6cc04a);
      default -> new Color(0xc06ac0);
    };
  }

  private static Color mixed(Color a, Color b, double share) {
    return new Color(
        (int) (a.getRed() * (1 - share) + b.getRed() * share),
        (int) (a.getGreen() * (1 - share) + b.getGreen() * share),
        (int) (a.getBlue() * (1 - share) + b.getBlue() * share));
  }
}
