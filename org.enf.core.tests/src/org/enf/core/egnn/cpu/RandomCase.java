package org.enf.core.egnn.cpu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.GnnSettings;
import org.enf.core.egnn.NetworkSettings;
import org.enf.core.testing.LivelyParameters;

/**
 * A network of any kind and width with a batch of any shape; the same seed gives the same case. All
 * numbers are floats, so that engines of either precision see the same.
 *
 * @param settings of the network
 * @param parameters of the network
 * @param shape of the batch
 * @param time of each molecule
 * @param input positions that are no nearer to each other than atoms are, and features
 * @param tangent a direction of the input
 * @param outputCotangent one of the output
 * @param tangentCotangent another one of the output
 */
record RandomCase(
    NetworkSettings settings,
    double[] parameters,
    BatchShape shape,
    double[] time,
    double[] input,
    double[] tangent,
    double[] outputCotangent,
    double[] tangentCotangent) {
  /** All widths but the first are no multiple of the lanes of a vector. */
  private static final int[] WIDTHS = {64, 9, 13, 37, 50, 70, 99, 130, 201, 255, 23, 11};

  private static final int MOST_ATOMS = 29;
  private static final int MOST_MOLECULES = 512;

  /** Multiplications of one layer's edges; more of them would take too long. */
  private static final long MOST_WORK = 2_000_000;

  private static final double SPACING = 1.2;

  /** Every kind of network, each with another width and shape. */
  static List<RandomCase> ofEveryKind(long seed) {
    Random random = new Random(seed);
    int[] w = WIDTHS;
    List<NetworkSettings> kinds =
        List.of(
            EgnnSettings.dynamics(3, 6, 3, w[0]),
            EgnnSettings.dynamics(3, 6, 2, w[1]),
            EgnnSettings.dynamics(2, 0, 3, w[2]),
            new EgnnSettings(3, 4, 4, 2, w[3], true, false, true, 15),
            new EgnnSettings(3, 1, 3, 2, w[4], true, true, false, 15),
            new EgnnSettings(3, 2, 2, 2, w[5], true, true, true, 0),
            new EgnnSettings(3, 2, 2, 1, w[6], false, true, true, 15),
            EgnnSettings.dequantizer(3, 6, 2, w[7]),
            GnnSettings.dynamics(3, 6, 2, w[8], true),
            EgnnSettings.dynamics(3, 6, 1, w[9]),
            GnnSettings.dynamics(2, 0, 3, w[10], false),
            EgnnSettings.dynamics(1, 2, 2, w[11]));
    List<RandomCase> cases = new ArrayList<>();
    for (int k = 0; k < kinds.size(); k++) {
      cases.add(of(kinds.get(k), shape(k, kinds.get(k).hidden(), random), random));
    }
    return cases;
  }

  /**
   * One molecule of the largest size, very many small ones, and some of all sizes, in turns. Where
   * there are very many, equal sizes stand together: ND4J takes long otherwise.
   */
  private static BatchShape shape(int turn, int width, Random random) {
    int molecules = turn % 3 == 0 ? 1 : turn % 3 == 1 ? MOST_MOLECULES : 2 + random.nextInt(30);
    int most = turn % 3 == 1 ? 4 : MOST_ATOMS;
    List<Integer> sizes = new ArrayList<>();
    long edges = 0;
    while (sizes.size() < molecules && edges * width * width <= MOST_WORK) {
      int atoms = turn % 3 == 0 ? MOST_ATOMS : 1 + random.nextInt(most);
      sizes.add(atoms);
      edges += (long) atoms * (atoms - 1);
    }
    IntStream all = sizes.stream().mapToInt(size -> size);
    return new BatchShape((turn % 3 == 1 ? all.sorted() : all).toArray());
  }

  /** A case of such a network on such a batch. */
  static RandomCase of(NetworkSettings settings, BatchShape shape, Random random) {
    int rows = shape.atoms();
    double[] input = normals(rows * settings.inputWidth(), random);
    for (int b = 0; b < shape.molecules(); b++) {
      place(settings, shape, b, input);
    }
    return new RandomCase(
        settings,
        floats(LivelyParameters.of(settings, random.nextLong())),
        shape,
        floats(random.doubles(shape.molecules()).toArray()),
        floats(input),
        normals(rows * settings.inputWidth(), random),
        normals(rows * settings.outputWidth(), random),
        normals(rows * settings.outputWidth(), random));
  }

  /** On a lattice, each atom a little beside its point. */
  private static void place(NetworkSettings settings, BatchShape shape, int b, double[] input) {
    int n = settings.dimensions();
    int edge = (int) Math.ceil(Math.pow(shape.size(b), 1.0 / n) - 1e-9);
    for (int i = 0; i < shape.size(b); i++) {
      int row = (shape.offset(b) + i) * settings.inputWidth();
      int point = i;
      for (int a = 0; a < n; a++) {
        input[row + a] =
            SPACING * (point % edge - (edge - 1) / 2.0) + 0.2 * Math.tanh(input[row + a]);
        point /= edge;
      }
    }
  }

  private static double[] normals(int length, Random random) {
    double[] values = new double[length];
    Arrays.setAll(values, k -> (float) random.nextGaussian());
    return values;
  }

  private static double[] floats(double[] values) {
    return Arrays.stream(values).map(value -> (float) value).toArray();
  }

  @Override
  public String toString() {
    return settings + " on " + shape.molecules() + " molecules with " + shape.atoms() + " atoms";
  }
}
