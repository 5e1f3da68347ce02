package org.enf.core.testing;

import java.util.concurrent.atomic.AtomicInteger;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.Engine;
import org.enf.core.egnn.Network;
import org.enf.core.egnn.NetworkSettings;
import org.enf.core.egnn.ParameterLayout;
import org.enf.core.vector.Precision;
import org.enf.core.vector.Vector;

/**
 * An engine of plain loops over single numbers in double precision. On the tiny networks of the
 * tests it is far faster than an engine made for large arrays.
 */
public final class PlainEngine implements Engine {
  private final AtomicInteger openVectors = new AtomicInteger();

  /** How many of its vectors are not closed yet. */
  public int openVectors() {
    return openVectors.get();
  }

  @Override
  public String name() {
    return "plain";
  }

  @Override
  public String description() {
    return "plain loops, float64";
  }

  @Override
  public Precision precision() {
    return Precision.DOUBLE;
  }

  @Override
  public Vector vector(int length) {
    return new HeapVector(new double[length], openVectors);
  }

  @Override
  public Network network(NetworkSettings settings) {
    return new PlainNetwork(settings);
  }

  @Override
  public void close() {
    // nothing is held
  }

  private static final class PlainNetwork implements Network {
    private final NetworkSettings settings;
    private final PlainEquations equations;
    private final ScalarTape tape = new ScalarTape();
    private final int firstParameter = tape.size();
    private final int parameterCount;

    PlainNetwork(NetworkSettings settings) {
      this.settings = settings;
      equations = PlainEquations.of(settings);
      parameterCount = ParameterLayout.of(settings).length();
      putParameters(new double[parameterCount]);
    }

    @Override
    public int inputWidth() {
      return settings.inputWidth();
    }

    @Override
    public int outputWidth() {
      return settings.outputWidth();
    }

    @Override
    public int dimensions() {
      return settings.dimensions();
    }

    @Override
    public int parameterCount() {
      return parameterCount;
    }

    @Override
    public void setParameters(Vector all) {
      putParameters(array("parameters", all, parameterCount));
    }

    private void putParameters(double[] parameters) {
      tape.rewind(firstParameter);
      for (double parameter : parameters) {
        tape.variable(parameter, 0);
      }
    }

    @Override
    public void value(BatchShape shape, double[] time, Vector input, Vector output) {
      Batch batch = new Batch(shape, time, input);
      batch.output(output);
      for (int b = 0; b < shape.molecules(); b++) {
        Evaluation molecule = batch.evaluation(b, null);
        molecule.write(output, false);
      }
    }

    @Override
    public void jvp(
        BatchShape shape,
        double[] time,
        Vector input,
        Vector tangent,
        Vector output,
        Vector outputTangent) {
      Batch batch = new Batch(shape, time, input);
      double[] direction = batch.input(tangent);
      batch.output(output);
      batch.output(outputTangent);
      for (int b = 0; b < shape.molecules(); b++) {
        Evaluation molecule = batch.evaluation(b, direction);
        molecule.write(output, false);
        molecule.write(outputTangent, true);
      }
    }

    @Override
    public void reverse(
        BatchShape shape,
        double[] time,
        Vector input,
        Vector tangent,
        Vector outputCotangent,
        Vector tangentCotangent,
        Vector inputCotangent,
        Vector parameterGradient) {
      Batch batch = new Batch(shape, time, input);
      double[] direction = tangent == null ? null : batch.input(tangent);
      double[] byOutput = batch.output(outputCotangent);
      double[] byTangent = tangent == null ? null : batch.output(tangentCotangent);
      if (inputCotangent != null) {
        batch.input(inputCotangent);
      }
      if (parameterGradient != null) {
        array("parameter gradient", parameterGradient, parameterCount);
      }
      for (int b = 0; b < shape.molecules(); b++) {
        batch
            .evaluation(b, direction)
            .reverse(byOutput, byTangent, inputCotangent, parameterGradient);
      }
    }

    @Override
    public void close() {
      // nothing is held
    }

    private static double[] array(String what, Vector vector, int length) {
      if (vector.length() != length) {
        throw new IllegalArgumentException(
            what + ": " + vector.length() + " elements where " + length + " are needed");
      }
      return ((HeapVector) vector).toArray();
    }

    /** The arguments of one call. */
    private final class Batch {
      private final BatchShape shape;
      private final double[] time;
      private final double[] input;

      Batch(BatchShape shape, double[] time, Vector input) {
        if (time.length != shape.molecules()) {
          throw new IllegalArgumentException(
              time.length + " times for " + shape.molecules() + " molecules");
        }
        this.shape = shape;
        this.time = time;
        this.input = input(input);
      }

      double[] input(Vector vector) {
        return array("input", vector, shape.atoms() * inputWidth());
      }

      double[] output(Vector vector) {
        return array("output", vector, shape.atoms() * outputWidth());
      }

      Evaluation evaluation(int molecule, double[] direction) {
        return new Evaluation(shape, molecule, time[molecule], input, direction);
      }
    }

    /** The network on one molecule; its numbers are on the tape until the next one begins. */
    private final class Evaluation {
      private final int firstRow;
      private final int[][] in;
      private final int[][] out;

      Evaluation(BatchShape shape, int molecule, double time, double[] input, double[] direction) {
        firstRow = shape.offset(molecule);
        tape.rewind(firstParameter + parameterCount);
        in = new int[shape.size(molecule)][inputWidth()];
        for (int i = 0; i < in.length; i++) {
          for (int k = 0; k < in[i].length; k++) {
            int at = (firstRow + i) * in[i].length + k;
            in[i][k] = tape.variable(input[at], direction == null ? 0 : direction[at]);
          }
        }
        out =
            settings.time()
                ? equations.apply(tape, firstParameter, in, tape.variable(time, 0))
                : equations.apply(tape, firstParameter, in);
      }

      void write(Vector target, boolean tangents) {
        for (int i = 0; i < out.length; i++) {
          for (int k = 0; k < out[i].length; k++) {
            ((HeapVector) target)
                .put(
                    (firstRow + i) * out[i].length + k,
                    tangents ? tape.tangent(out[i][k]) : tape.value(out[i][k]));
          }
        }
      }

      void reverse(double[] byOutput, double[] byTangent, Vector inputCotangent, Vector gradient) {
        for (int i = 0; i < out.length; i++) {
          for (int k = 0; k < out[i].length; k++) {
            int at = (firstRow + i) * out[i].length + k;
            tape.seed(out[i][k], byOutput[at], byTangent == null ? 0 : byTangent[at]);
          }
        }
        tape.reverse();
        if (inputCotangent != null) {
          for (int i = 0; i < in.length; i++) {
            for (int k = 0; k < in[i].length; k++) {
              ((HeapVector) inputCotangent)
                  .put((firstRow + i) * in[i].length + k, tape.cotangent(in[i][k]));
            }
          }
        }
        if (gradient != null) {
          for (int k = 0; k < parameterCount; k++) {
            HeapVector sum = (HeapVector) gradient;
            sum.put(k, sum.get(k) + tape.cotangent(firstParameter + k));
          }
        }
      }
    }
  }
}
