package org.enf.core.testing;

import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.Parameter;
import org.enf.core.egnn.ParameterLayout;
import org.enf.core.testing.ScalarTape.Curve;

/**
 * The E(n) equivariant network on one molecule, written out atom by atom and pair by pair from the
 * paper's equations (Satorras et al. 2021, eq. 3–6): what engines are compared with.
 */
final class PlainEgnn {
  private static final Curve SIGMOID = new Sigmoid();
  private static final Curve SILU = new Silu();
  private static final Curve TANH = new Tanh();
  private static final Curve DIRECTION = new Direction();

  private final EgnnSettings settings;
  private final Linear embedding;
  private final Linear embeddingOut;
  private final Layer[] layers;

  PlainEgnn(EgnnSettings settings) {
    this.settings = settings;
    ParameterLayout layout = ParameterLayout.of(settings);
    embedding = linear(layout, "embedding", true);
    embeddingOut = settings.outputFeatures() > 0 ? linear(layout, "embedding_out", true) : null;
    layers = new Layer[settings.layers()];
    for (int l = 0; l < layers.length; l++) {
      String name = "gcl_" + l;
      layers[l] =
          new Layer(
              mlp(layout, name + ".edge_mlp", true),
              mlp(layout, name + ".node_mlp", true),
              mlp(layout, name + ".coord_mlp", false),
              settings.attention() ? linear(layout, name + ".att_mlp.0", true) : null);
    }
  }

  private record Layer(Mlp edge, Mlp node, Mlp coordinate, Linear attention) {}

  private record Mlp(Linear first, Linear second) {}

  /** A linear map; its weights are [out, in], its bias may be null. */
  private record Linear(Parameter weight, Parameter bias) {}

  private static Mlp mlp(ParameterLayout layout, String name, boolean lastBias) {
    return new Mlp(linear(layout, name + ".0", true), linear(layout, name + ".2", lastBias));
  }

  private static Linear linear(ParameterLayout layout, String name, boolean withBias) {
    return new Linear(
        layout.get("egnn." + name + ".weight"),
        withBias ? layout.get("egnn." + name + ".bias") : null);
  }

  /**
   * The output row of each atom.
   *
   * @param tape where everything stands
   * @param firstParameter the place of the first parameter, which the others follow
   * @param start the places of the position of each atom
   * @param features the places of what goes into the embedding of each atom
   * @return the places of the output
   */
  int[][] apply(ScalarTape tape, int firstParameter, int[][] start, int[][] features) {
    return new Pass(tape, firstParameter).apply(start, features);
  }

  /** One evaluation. */
  private final class Pass {
    private final ScalarTape tape;
    private final int firstParameter;

    Pass(ScalarTape tape, int firstParameter) {
      this.tape = tape;
      this.firstParameter = firstParameter;
    }

    int[][] apply(int[][] start, int[][] features) {
      int[][] x = start;
      int[][] h = new int[features.length][];
      for (int i = 0; i < h.length; i++) {
        h[i] = apply(embedding, features[i]);
      }
      for (Layer layer : layers) {
        int[][] nextX = new int[x.length][];
        int[][] nextH = new int[x.length][];
        for (int i = 0; i < x.length; i++) {
          nextX[i] = x[i].clone();
          int[] messages = new int[settings.hidden()];
          for (int j = 0; j < x.length; j++) {
            if (j != i) {
              int square = square(x[i], x[j]);
              int[] message = message(layer, h[i], h[j], square, square(start[i], start[j]));
              messages = sum(messages, message);
              int weight =
                  tape.product(coordinateWeight(layer, message), tape.apply(DIRECTION, square));
              for (int axis = 0; axis < nextX[i].length; axis++) {
                nextX[i][axis] =
                    tape.fma(weight, tape.difference(x[i][axis], x[j][axis]), nextX[i][axis]);
              }
            }
          }
          nextH[i] = sum(h[i], apply(layer.node(), joined(h[i], messages)));
        }
        x = nextX;
        h = nextH;
      }
      return output(start, x, h);
    }

    private int[] message(Layer layer, int[] hi, int[] hj, int square, int inputSquare) {
      int[] distances =
          settings.inputDistance() ? new int[] {square, inputSquare} : new int[] {square};
      int[] message = apply(SILU, apply(layer.edge(), joined(joined(hi, hj), distances)));
      if (layer.attention() != null) {
        int gate = tape.apply(SIGMOID, apply(layer.attention(), message)[0]);
        for (int k = 0; k < message.length; k++) {
          message[k] = tape.product(message[k], gate);
        }
      }
      return message;
    }

    private int coordinateWeight(Layer layer, int[] message) {
      int weight = apply(layer.coordinate(), message)[0];
      if (settings.coordinateRange() == 0) {
        return weight;
      }
      int range = tape.variable(settings.coordinateRange() / settings.layers(), 0);
      return tape.product(tape.apply(TANH, weight), range);
    }

    /** How far the layers moved each atom, without the mean, and the last features. */
    private int[][] output(int[][] start, int[][] x, int[][] h) {
      int atoms = x.length;
      int minusShare = tape.variable(-1.0 / atoms, 0);
      int[][] rows = new int[atoms][];
      for (int i = 0; i < atoms; i++) {
        rows[i] = new int[settings.dimensions()];
        for (int axis = 0; axis < rows[i].length; axis++) {
          rows[i][axis] = tape.difference(x[i][axis], start[i][axis]);
          for (int j = 0; j < atoms; j++) {
            int moved = tape.difference(x[j][axis], start[j][axis]);
            rows[i][axis] = tape.fma(minusShare, moved, rows[i][axis]);
          }
        }
        if (embeddingOut != null) {
          rows[i] = joined(rows[i], apply(embeddingOut, h[i]));
        }
      }
      return rows;
    }

    private int[] apply(Mlp mlp, int[] in) {
      return apply(mlp.second(), apply(SILU, apply(mlp.first(), in)));
    }

    private int[] apply(Linear map, int[] in) {
      int[] out = new int[map.weight().rows()];
      for (int row = 0; row < out.length; row++) {
        out[row] =
            map.bias() == null ? ScalarTape.ZERO : firstParameter + map.bias().offset() + row;
        for (int column = 0; column < in.length; column++) {
          int weight = firstParameter + map.weight().offset() + row * in.length + column;
          out[row] = tape.fma(weight, in[column], out[row]);
        }
      }
      return out;
    }

    private int[] apply(Curve curve, int[] x) {
      int[] y = new int[x.length];
      for (int k = 0; k < x.length; k++) {
        y[k] = tape.apply(curve, x[k]);
      }
      return y;
    }

    private int square(int[] a, int[] b) {
      int sum = ScalarTape.ZERO;
      for (int axis = 0; axis < a.length; axis++) {
        int difference = tape.difference(a[axis], b[axis]);
        sum = tape.fma(difference, difference, sum);
      }
      return sum;
    }

    private int[] sum(int[] a, int[] b) {
      int[] sum = new int[a.length];
      for (int k = 0; k < sum.length; k++) {
        sum[k] = tape.sum(a[k], b[k]);
      }
      return sum;
    }
  }

  private static int[] joined(int[] a, int[] b) {
    int[] both = new int[a.length + b.length];
    System.arraycopy(a, 0, both, 0, a.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static final class Sigmoid implements Curve {
    @Override
    public double value(double x) {
      return sigmoid(x);
    }

    @Override
    public double first(double x) {
      return sigmoid(x) * sigmoid(-x);
    }

    @Override
    public double second(double x) {
      return first(x) * (sigmoid(-x) - sigmoid(x));
    }
  }

  private static final class Silu implements Curve {
    @Override
    public double value(double x) {
      return x * sigmoid(x);
    }

    @Override
    public double first(double x) {
      return sigmoid(x) + x * SIGMOID.first(x);
    }

    @Override
    public double second(double x) {
      return 2 * SIGMOID.first(x) + x * SIGMOID.second(x);
    }
  }

  private static final class Tanh implements Curve {
    @Override
    public double value(double x) {
      return Math.tanh(x);
    }

    @Override
    public double first(double x) {
      return 1 - Math.tanh(x) * Math.tanh(x);
    }

    @Override
    public double second(double x) {
      return -2 * Math.tanh(x) * first(x);
    }
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
