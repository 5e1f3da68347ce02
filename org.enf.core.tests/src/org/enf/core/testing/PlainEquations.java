package org.enf.core.testing;

import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.GnnSettings;
import org.enf.core.egnn.NetworkSettings;
import org.enf.core.egnn.Parameter;
import org.enf.core.egnn.ParameterLayout;
import org.enf.core.testing.ScalarTape.Curve;

/**
 * A network on one molecule, written out atom by atom and pair by pair: what engines are compared
 * with. Here stands what all kinds of networks have in common.
 */
abstract class PlainEquations {
  static final Curve TANH = new Tanh();

  private static final Curve SIGMOID = new Sigmoid();
  private static final Curve SILU = new Silu();

  private final NetworkSettings settings;
  private final ParameterLayout layout;
  private final String network;
  private ScalarTape tape;
  private int firstParameter;

  /**
   * The equations of a network.
   *
   * @param network what the names of its parameters begin with
   */
  PlainEquations(NetworkSettings settings, String network) {
    this.settings = settings;
    this.network = network;
    layout = ParameterLayout.of(settings);
  }

  static PlainEquations of(NetworkSettings settings) {
    return settings instanceof EgnnSettings egnn
        ? new PlainEgnn(egnn)
        : new PlainGnn((GnnSettings) settings);
  }

  record Mlp(Linear first, Linear second) {}

  /** A linear map; its weights are [out, in], its bias may be null. */
  record Linear(Parameter weight, Parameter bias) {}

  /** The maps of a layer's messages and features; the gate is null if there is none. */
  record Messages(Mlp edge, Mlp node, Linear gate) {}

  Messages messages(String layer) {
    return new Messages(
        mlp(layer + ".edge_mlp", true),
        mlp(layer + ".node_mlp", true),
        settings.attention() ? linear(layer + ".att_mlp.0", true) : null);
  }

  Mlp mlp(String name, boolean lastBias) {
    return new Mlp(linear(name + ".0", true), linear(name + ".2", lastBias));
  }

  Linear linear(String name, boolean withBias) {
    String prefix = network + "." + name;
    return new Linear(
        layout.get(prefix + ".weight"), withBias ? layout.get(prefix + ".bias") : null);
  }

  /**
   * The output row of each atom.
   *
   * @param where where everything stands
   * @param first the place of the first parameter, which the others follow
   * @param rows the places of the input row of each atom
   * @param time the place of the time, or nothing if it is no feature
   * @return the places of the output
   */
  int[][] apply(ScalarTape where, int first, int[][] rows, int... time) {
    tape = where;
    firstParameter = first;
    return output(rows, time);
  }

  /** The output row of each atom. */
  abstract int[][] output(int[][] rows, int[] time);

  ScalarTape tape() {
    return tape;
  }

  int[] message(Messages maps, int[] in) {
    int[] message = apply(SILU, apply(maps.edge(), in));
    if (maps.gate() != null) {
      int gate = tape.apply(SIGMOID, apply(maps.gate(), message)[0]);
      for (int k = 0; k < message.length; k++) {
        message[k] = tape.product(message[k], gate);
      }
    }
    return message;
  }

  int[] updated(Messages maps, int[] h, int[] messages) {
    return sum(h, apply(maps.node(), joined(h, messages)));
  }

  /** Takes the mean over the molecule away from the first columns. */
  void centre(int[][] rows) {
    int minusShare = tape.variable(-1.0 / rows.length, 0);
    for (int axis = 0; axis < settings.dimensions(); axis++) {
      int sum = ScalarTape.ZERO;
      for (int[] row : rows) {
        sum = tape.sum(sum, row[axis]);
      }
      for (int[] row : rows) {
        row[axis] = tape.fma(minusShare, sum, row[axis]);
      }
    }
  }

  int[] apply(Mlp mlp, int[] in) {
    return apply(mlp.second(), apply(SILU, apply(mlp.first(), in)));
  }

  int[] apply(Linear map, int[] in) {
    int[] out = new int[map.weight().rows()];
    for (int row = 0; row < out.length; row++) {
      out[row] = map.bias() == null ? ScalarTape.ZERO : firstParameter + map.bias().offset() + row;
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

  int[] sum(int[] a, int[] b) {
    int[] sum = new int[a.length];
    for (int k = 0; k < sum.length; k++) {
      sum[k] = tape.sum(a[k], b[k]);
    }
    return sum;
  }

  static int[] joined(int[] a, int[] b) {
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
}
