package org.enf.core.egnn;

import java.util.List;
import java.util.Random;
import org.enf.core.testing.Layout;
import org.enf.core.testing.LivelyParameters;
import org.enf.core.testing.Normals;

/** A kind of network with parameters and a small batch to try it on. */
enum NetworkCase {
  PAPER(EgnnSettings.dynamics(3, 3, 2, 4)),
  NO_ATTENTION(new EgnnSettings(3, 3, 3, 2, 4, true, false, true, 15)),
  NO_INPUT_DISTANCE(new EgnnSettings(3, 3, 3, 2, 4, true, true, false, 15)),
  UNLIMITED_COORDINATES(new EgnnSettings(3, 3, 3, 2, 4, true, true, true, 0)),
  NO_TIME(new EgnnSettings(3, 3, 3, 2, 4, false, true, true, 15)),
  POSITIONS_ONLY_IN_THE_PLANE(EgnnSettings.dynamics(2, 0, 2, 4)),
  ON_A_LINE(EgnnSettings.dynamics(1, 2, 2, 4)),
  NO_OUTPUT_FEATURES(new EgnnSettings(3, 2, 0, 2, 4, true, true, true, 15)),
  DEQUANTIZER(EgnnSettings.dequantizer(3, 3, 2, 4)),
  ONE_LAYER_OF_WIDTH_ONE(new EgnnSettings(3, 1, 2, 1, 1, true, true, true, 4)),
  GNF(GnnSettings.dynamics(3, 3, 2, 4, false)),
  GNF_WITH_ATTENTION(GnnSettings.dynamics(3, 3, 2, 4, true)),
  GNF_OF_POSITIONS_IN_THE_PLANE(GnnSettings.dynamics(2, 0, 2, 4, true)),
  GNF_WITHOUT_TIME(new GnnSettings(1, 0, 3, 1, 4, false, true));

  /** Two equal sizes in a row, a single atom, and a size that comes again later. */
  static final BatchShape SHAPE = new BatchShape(2, 2, 1, 3, 2);

  /** Those whose symmetries are looked at; the others differ in nothing that has a direction. */
  static final List<NetworkCase> WITH_SYMMETRY =
      List.of(PAPER, POSITIONS_ONLY_IN_THE_PLANE, DEQUANTIZER, GNF_WITH_ATTENTION);

  final NetworkSettings settings;

  NetworkCase(NetworkSettings settings) {
    this.settings = settings;
  }

  /** What the columns of the input stand for. */
  Layout inputLayout() {
    return isDirected()
        ? Layout.positions(settings.dimensions(), settings.inputFeatures())
        : Layout.perAtom(settings.inputWidth());
  }

  /** What the columns of a change of the input stand for. */
  Layout inputChangeLayout() {
    return layout(settings.inputFeatures());
  }

  /** What the columns of the output stand for. */
  Layout outputLayout() {
    return layout(settings.outputFeatures());
  }

  private Layout layout(int features) {
    int n = settings.dimensions();
    return isDirected() ? Layout.directions(n, features) : Layout.perAtom(n + features);
  }

  /** For a GNF coordinates are features, which do not turn; only the order does not matter. */
  private boolean isDirected() {
    return settings instanceof EgnnSettings;
  }

  double[] parameters() {
    return LivelyParameters.of(settings, 11 + ordinal());
  }

  /** Other for each molecule. */
  double[] time() {
    return new Random(5).doubles(SHAPE.molecules()).toArray();
  }

  double[] input() {
    return inputRows(1);
  }

  double[] tangent() {
    return inputRows(2);
  }

  double[] outputCotangent() {
    return outputRows(3);
  }

  double[] tangentCotangent() {
    return outputRows(4);
  }

  private double[] inputRows(long seed) {
    return Normals.of(SHAPE.atoms() * settings.inputWidth(), seed);
  }

  private double[] outputRows(long seed) {
    return Normals.of(SHAPE.atoms() * settings.outputWidth(), seed);
  }
}
