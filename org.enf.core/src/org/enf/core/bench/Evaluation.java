package org.enf.core.bench;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.enf.core.egnn.Engine;
import org.enf.core.egnn.Network;
import org.enf.core.egnn.ParameterLayout;
import org.enf.core.vector.Vector;

/** A network of an engine with all that its evaluations read and write. */
final class Evaluation implements AutoCloseable {
  private static final long SEED = 1;

  private final EvaluationCase what;
  private final Network network;
  private final double[] time;
  private final Vector input;
  private final Vector tangent;
  private final Vector output;
  private final Vector outputTangent;
  private final Vector cotangent;
  private final Vector tangentCotangent;
  private final Vector inputCotangent;
  private final Vector gradient;

  Evaluation(EvaluationCase what, Engine engine) {
    this.what = what;
    SplittableRandom random = new SplittableRandom(SEED);
    network = engine.network(what.settings());
    time = new double[what.shape().molecules()];
    Arrays.fill(time, 0.5);
    int in = what.shape().atoms() * network.inputWidth();
    int out = what.shape().atoms() * network.outputWidth();
    input = engine.vector(normals(in, random));
    tangent = engine.vector(normals(in, random));
    output = engine.vector(out);
    outputTangent = engine.vector(out);
    cotangent = engine.vector(normals(out, random));
    tangentCotangent = engine.vector(normals(out, random));
    inputCotangent = engine.vector(in);
    gradient = engine.vector(network.parameterCount());
    try (Vector parameters =
        engine.vector(ParameterLayout.of(what.settings()).initialise(random))) {
      network.setParameters(parameters);
    }
  }

  private static double[] normals(int length, SplittableRandom random) {
    double[] values = new double[length];
    Arrays.setAll(values, k -> random.nextGaussian());
    return values;
  }

  void run(Operation operation) {
    switch (operation) {
      case VALUE -> network.value(what.shape(), time, input, output);
      case PRODUCT -> network.jvp(what.shape(), time, input, tangent, output, outputTangent);
      case COTANGENT_PRODUCT ->
          network.vjp(what.shape(), time, input, cotangent, output, inputCotangent);
      case REVERSE ->
          network.reverse(
              what.shape(),
              time,
              input,
              tangent,
              cotangent,
              tangentCotangent,
              inputCotangent,
              gradient);
    }
  }

  @Override
  public void close() {
    network.close();
    input.close();
    tangent.close();
    output.close();
    outputTangent.close();
    cotangent.close();
    tangentCotangent.close();
    inputCotangent.close();
    gradient.close();
  }
}
