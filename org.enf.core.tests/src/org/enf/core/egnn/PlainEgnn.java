package org.enf.core.egnn;

/**
 * The E(n) equivariant network written out atom by atom and pair by pair from the paper's equations
 * (Satorras et al. 2021, eq. 3–6), in double precision and without any derivative: what engines are
 * compared with.
 */
final class PlainEgnn {
  private final EgnnSettings settings;
  private final Linear embedding;
  private final Linear embeddingOut;
  private final Layer[] layers;

  PlainEgnn(EgnnSettings settings, double[] all) {
    this.settings = settings;
    ParameterLayout layout = ParameterLayout.of(settings);
    embedding = Linear.of(layout, all, "embedding", true);
    embeddingOut =
        settings.outputFeatures() > 0 ? Linear.of(layout, all, "embedding_out", true) : null;
    layers = new Layer[settings.layers()];
    for (int l = 0; l < layers.length; l++) {
      String name = "gcl_" + l;
      layers[l] =
          new Layer(
              Mlp.of(layout, all, name + ".edge_mlp", true),
              Mlp.of(layout, all, name + ".node_mlp", true),
              Mlp.of(layout, all, name + ".coord_mlp", false),
              settings.attention() ? Linear.of(layout, all, name + ".att_mlp.0", true) : null);
    }
  }

  /** A linear map; its weights are [out, in], its bias may be null. */
  private record Linear(double[] all, Parameter weight, Parameter bias) {
    static Linear of(ParameterLayout layout, double[] all, String name, boolean withBias) {
      return new Linear(
          all,
          layout.get("egnn." + name + ".weight"),
          withBias ? layout.get("egnn." + name + ".bias") : null);
    }

    double[] apply(double[] in) {
      double[] out = new double[weight.rows()];
      for (int row = 0; row < out.length; row++) {
        out[row] = bias == null ? 0 : all[bias.offset() + row];
        for (int column = 0; column < in.length; column++) {
          out[row] += all[weight.offset() + row * in.length + column] * in[column];
        }
      }
      return out;
    }
  }

  /** Two linear maps with SiLU between them. */
  private record Mlp(Linear first, Linear second) {
    static Mlp of(ParameterLayout layout, double[] all, String name, boolean lastBias) {
      return new Mlp(
          Linear.of(layout, all, name + ".0", true),
          Linear.of(layout, all, name + ".2", lastBias));
    }

    double[] apply(double[] in) {
      return second.apply(silu(first.apply(in)));
    }
  }

  private record Layer(Mlp edge, Mlp node, Mlp coordinate, Linear attention) {}

  /** The output rows for the input rows of a batch. */
  double[] value(BatchShape shape, double[] time, double[] rows) {
    int n = settings.dimensions();
    int in = settings.inputWidth();
    double[] output = new double[shape.atoms() * settings.outputWidth()];
    for (int b = 0; b < shape.molecules(); b++) {
      int atoms = shape.size(b);
      double[][] x = new double[atoms][n];
      double[][] h = new double[atoms][];
      for (int i = 0; i < atoms; i++) {
        int row = (shape.offset(b) + i) * in;
        double[] features = new double[settings.embeddedFeatures()];
        System.arraycopy(rows, row, x[i], 0, n);
        System.arraycopy(rows, row + n, features, 0, settings.inputFeatures());
        if (settings.time()) {
          features[settings.inputFeatures()] = time[b];
        }
        h[i] = embedding.apply(features);
      }
      molecule(x, h, output, shape.offset(b) * settings.outputWidth());
    }
    return output;
  }

  private void molecule(double[][] start, double[][] startFeatures, double[] output, int at) {
    double[][] x = start;
    double[][] h = startFeatures;
    for (Layer layer : layers) {
      double[][] nextX = new double[x.length][];
      double[][] nextH = new double[x.length][];
      for (int i = 0; i < x.length; i++) {
        nextX[i] = x[i].clone();
        double[] messages = new double[settings.hidden()];
        for (int j = 0; j < x.length; j++) {
          if (j != i) {
            double square = square(x, i, j);
            double[] message = message(layer, h[i], h[j], square, square(start, i, j));
            addTo(messages, message);
            double weight = coordinateWeight(layer, message) / (Math.sqrt(square + 1e-8) + 1);
            for (int axis = 0; axis < nextX[i].length; axis++) {
              nextX[i][axis] += weight * (x[i][axis] - x[j][axis]);
            }
          }
        }
        nextH[i] = h[i].clone();
        addTo(nextH[i], layer.node().apply(joined(h[i], messages)));
      }
      x = nextX;
      h = nextH;
    }
    write(start, x, h, output, at);
  }

  private double[] message(
      Layer layer, double[] hi, double[] hj, double square, double inputSquare) {
    double[] distances =
        settings.inputDistance() ? new double[] {square, inputSquare} : new double[] {square};
    double[] message = silu(layer.edge().apply(joined(joined(hi, hj), distances)));
    if (layer.attention() != null) {
      double gate = sigmoid(layer.attention().apply(message)[0]);
      for (int k = 0; k < message.length; k++) {
        message[k] *= gate;
      }
    }
    return message;
  }

  private double coordinateWeight(Layer layer, double[] message) {
    double weight = layer.coordinate().apply(message)[0];
    return settings.coordinateRange() == 0
        ? weight
        : settings.coordinateRange() / settings.layers() * Math.tanh(weight);
  }

  /** How far the layers moved each atom, without the mean, and the last features. */
  private void write(double[][] start, double[][] x, double[][] h, double[] output, int at) {
    int n = settings.dimensions();
    for (int i = 0; i < x.length; i++) {
      int row = at + i * settings.outputWidth();
      for (int axis = 0; axis < n; axis++) {
        double mean = 0;
        for (int j = 0; j < x.length; j++) {
          mean += (x[j][axis] - start[j][axis]) / x.length;
        }
        output[row + axis] = x[i][axis] - start[i][axis] - mean;
      }
      if (embeddingOut != null) {
        double[] features = embeddingOut.apply(h[i]);
        System.arraycopy(features, 0, output, row + n, features.length);
      }
    }
  }

  private static double[] silu(double[] x) {
    double[] y = new double[x.length];
    for (int k = 0; k < x.length; k++) {
      y[k] = x[k] * sigmoid(x[k]);
    }
    return y;
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static double square(double[][] x, int i, int j) {
    double sum = 0;
    for (int axis = 0; axis < x[i].length; axis++) {
      sum += (x[i][axis] - x[j][axis]) * (x[i][axis] - x[j][axis]);
    }
    return sum;
  }

  private static double[] joined(double[] a, double[] b) {
    double[] both = new double[a.length + b.length];
    System.arraycopy(a, 0, both, 0, a.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  private static void addTo(double[] sum, double[] term) {
    for (int k = 0; k < sum.length; k++) {
      sum[k] += term[k];
    }
  }
}
