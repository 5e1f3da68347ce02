package org.enf.core.testing;

import java.util.Arrays;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.testing.ScalarTape.Curve;

/** The E(n) equivariant network from the paper's equations (Satorras et al. 2021, eq. 3–6). */
final class PlainEgnn extends PlainEquations {
  private static final Curve DIRECTION = new Direction();

  private final EgnnSettings settings;
  private final Linear embedding;
  private final Linear embeddingOut;
  private final Layer[] layers;

  PlainEgnn(EgnnSettings settings) {
    super(settings, "egnn");
    this.settings = settings;
    embedding = linear("embedding", true);
    embeddingOut = settings.outputFeatures() > 0 ? linear("embedding_out", true) : null;
    layers = new Layer[settings.layers()];
    for (int l = 0; l < layers.length; l++) {
      String name = "gcl_" + l;
      layers[l] = new Layer(messages(name), mlp(name + ".coord_mlp", false));
    }
  }

  private record Layer(Messages messages, Mlp coordinate) {}

  @Override
  int[][] output(int[][] rows, int[] time) {
    int n = settings.dimensions();
    int[][] start = new int[rows.length][];
    int[][] h = new int[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      start[i] = Arrays.copyOf(rows[i], n);
      h[i] = apply(embedding, joined(Arrays.copyOfRange(rows[i], n, rows[i].length), time));
    }
    int[][] x = start;
    for (Layer layer : layers) {
      int[][] nextX = new int[x.length][];
      int[][] nextH = new int[x.length][];
      for (int i = 0; i < x.length; i++) {
        nextX[i] = x[i].clone();
        int[] messages = new int[settings.hidden()];
        for (int j = 0; j < x.length; j++) {
          if (j != i) {
            int square = square(x[i], x[j]);
            int[] in = joined(joined(h[i], h[j]), distances(square, start[i], start[j]));
            int[] message = message(layer.messages(), in);
            messages = sum(messages, message);
            move(nextX[i], x[i], x[j], weight(layer, message, square));
          }
        }
        nextH[i] = updated(layer.messages(), h[i], messages);
      }
      x = nextX;
      h = nextH;
    }
    return output(start, x, h);
  }

  private int[] distances(int square, int[] startI, int[] startJ) {
    return settings.inputDistance()
        ? new int[] {square, square(startI, startJ)}
        : new int[] {square};
  }

  private int weight(Layer layer, int[] message, int square) {
    int weight = apply(layer.coordinate(), message)[0];
    if (settings.coordinateRange() > 0) {
      int range = tape().variable(settings.coordinateRange() / settings.layers(), 0);
      weight = tape().product(tape().apply(TANH, weight), range);
    }
    return tape().product(weight, tape().apply(DIRECTION, square));
  }

  private void move(int[] moved, int[] xi, int[] xj, int weight) {
    for (int axis = 0; axis < moved.length; axis++) {
      moved[axis] = tape().fma(weight, tape().difference(xi[axis], xj[axis]), moved[axis]);
    }
  }

  /** How far the layers moved each atom, without the mean, and the last features. */
  private int[][] output(int[][] start, int[][] x, int[][] h) {
    int[][] rows = new int[x.length][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new int[settings.dimensions()];
      for (int axis = 0; axis < rows[i].length; axis++) {
        rows[i][axis] = tape().difference(x[i][axis], start[i][axis]);
      }
      if (embeddingOut != null) {
        rows[i] = joined(rows[i], apply(embeddingOut, h[i]));
      }
    }
    centre(rows);
    return rows;
  }

  private int square(int[] a, int[] b) {
    int sum = ScalarTape.ZERO;
    for (int axis = 0; axis < a.length; axis++) {
      int difference = tape().difference(a[axis], b[axis]);
      sum = tape().fma(difference, difference, sum);
    }
    return sum;
  }

  /** 1 / (√(x + 10⁻⁸) + 1) of a squared distance x. */
  private static final class Direction implements Curve {
    @Override
    public double value(double x) {
      return 1 / (distance(x) + 1);
    }

    @Override
    public double first(double x) {
      return -value(x) * value(x) / (2 * distance(x));
    }

    @Override
    public double second(double x) {
      double s = value(x);
      double q = distance(x);
      return s * s * s / (2 * q * q) + s * s / (4 * q * q * q);
    }

    private static double distance(double square) {
      return Math.sqrt(square + 1e-8);
    }
  }
}
