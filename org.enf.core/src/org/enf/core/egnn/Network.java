package org.enf.core.egnn;

import java.util.Arrays;
import org.enf.core.vector.Vector;

/**
 * A function from the atoms of a batch to the atoms of a batch, with its derivatives: the seam
 * between what is learnt and who computes it.
 *
 * <p>Input and output are matrices with one row an atom (see {@link BatchShape}), stored row by row
 * in a {@link Vector}: {@link #inputWidth()} columns go in, {@link #outputWidth()} come out. The
 * first columns are positions in Å. Molecules of a batch do not see each other. With f for the
 * function and J for its Jacobian by the input, an engine computes
 *
 * <ul>
 *   <li>{@link #value}: f(input),
 *   <li>{@link #jvp}: f(input) and J·tangent,
 *   <li>{@link #vjp}: f(input) and Jᵀ·cotangent,
 *   <li>{@link #reverse}: the gradient of {@code ⟨a, f⟩ + ⟨b, J·tangent⟩} by input and parameters,
 *   <li>{@link #leastSquares}: f(input) and the gradient of ½ Σ w (f − target)² by the parameters,
 *   <li>{@link #trace}: f(input) and the trace of J.
 * </ul>
 *
 * <p>Time is given for each molecule on its own. Methods throw {@link IllegalArgumentException} if
 * a length does not fit the shape. Not safe for use by several threads at once.
 */
public interface Network extends AutoCloseable {
  /** The number of columns of an input row. */
  int inputWidth();

  /** The number of columns of an output row. */
  int outputWidth();

  /** The number of space dimensions: the first columns of input and output are positions. */
  int dimensions();

  /** The number of parameters. */
  int parameterCount();

  /** Takes over new parameters, in the order of the {@link ParameterLayout}. */
  void setParameters(Vector parameters);

  /**
   * Computes f.
   *
   * @param time the time of each molecule
   * @param input [atoms × inputWidth]
   * @param output [atoms × outputWidth], overwritten
   */
  void value(BatchShape shape, double[] time, Vector input, Vector output);

  /**
   * Computes f and its derivative along a direction.
   *
   * @param tangent [atoms × inputWidth], the direction
   * @param output [atoms × outputWidth], overwritten by f
   * @param outputTangent [atoms × outputWidth], overwritten by J·tangent
   */
  void jvp(
      BatchShape shape,
      double[] time,
      Vector input,
      Vector tangent,
      Vector output,
      Vector outputTangent);

  /**
   * Computes f and its vector-Jacobian product.
   *
   * @param outputCotangent a: [atoms × outputWidth]
   * @param output [atoms × outputWidth], overwritten by f
   * @param inputCotangent [atoms × inputWidth], overwritten by Jᵀa
   */
  default void vjp(
      BatchShape shape,
      double[] time,
      Vector input,
      Vector outputCotangent,
      Vector output,
      Vector inputCotangent) {
    // nothing may be written before all is known to fit
    shape.requireElements(outputCotangent.length(), outputWidth());
    shape.requireElements(inputCotangent.length(), inputWidth());
    value(shape, time, input, output);
    reverse(shape, time, input, null, outputCotangent, null, inputCotangent, null);
  }

  /**
   * Computes the gradient of {@code ⟨outputCotangent, f⟩ + ⟨tangentCotangent, J·tangent⟩}.
   *
   * <p>With {@code tangent = null} this is the vector-Jacobian product of f. With {@code tangent =
   * w}, {@code tangentCotangent = ε} it is also the gradient of {@code ⟨w, Jᵀε⟩}, so one method
   * serves losses of either product.
   *
   * @param tangent the direction, or null
   * @param outputCotangent a: [atoms × outputWidth]
   * @param tangentCotangent b: [atoms × outputWidth], null exactly if {@code tangent} is
   * @param inputCotangent [atoms × inputWidth], overwritten by the gradient by the input; null if
   *     not wanted
   * @param parameterGradient the gradient by the parameters is added to it; null if not wanted
   */
  void reverse(
      BatchShape shape,
      double[] time,
      Vector input,
      Vector tangent,
      Vector outputCotangent,
      Vector tangentCotangent,
      Vector inputCotangent,
      Vector parameterGradient);

  /**
   * Computes f and the gradient of ½ Σ w_k (f_ik − target_ik)² over atoms i and columns k by the
   * parameters: what a regression of the network needs, with one way there and one back.
   *
   * @param target [atoms × outputWidth]
   * @param weights w, one for each column of the output
   * @param output [atoms × outputWidth], overwritten by f
   * @param parameterGradient the gradient is added to it
   */
  default void leastSquares(
      BatchShape shape,
      double[] time,
      Vector input,
      Vector target,
      double[] weights,
      Vector output,
      Vector parameterGradient) {
    requireColumns(weights);
    shape.requireElements(target.length(), outputWidth());
    value(shape, time, input, output);
    double[] difference = new double[output.length()];
    double[] wanted = new double[target.length()];
    output.read(difference);
    target.read(wanted);
    for (int k = 0; k < difference.length; k++) {
      difference[k] = weights[k % weights.length] * (difference[k] - wanted[k]);
    }
    try (Vector cotangent = output.sibling()) {
      cotangent.write(difference);
      reverse(shape, time, input, null, cotangent, null, null, parameterGradient);
    }
  }

  /**
   * Checks that there is a weight for each column of the output.
   *
   * @throws IllegalArgumentException if not
   */
  default void requireColumns(double[] weights) {
    if (weights.length != outputWidth()) {
      throw new IllegalArgumentException(
          outputWidth() + " columns need as many weights, not " + weights.length);
    }
  }

  /**
   * Computes f and the trace of its Jacobian, one product for each degree of freedom of the largest
   * molecule unless an engine has a quicker way.
   *
   * @param output [atoms × outputWidth], overwritten by f; as wide as the input
   * @param trace one element a molecule, overwritten by Σ ∂f_k/∂y_k
   */
  default void trace(BatchShape shape, double[] time, Vector input, Vector output, Vector trace) {
    int[] offsets = shape.elementOffsets(inputWidth());
    int most = 0;
    for (int b = 0; b < shape.molecules(); b++) {
      most = Math.max(most, offsets[b + 1] - offsets[b]);
    }
    double[] direction = new double[input.length()];
    trace.fill(0);
    try (Vector tangent = input.sibling();
        Vector product = output.sibling();
        Vector diagonal = trace.sibling()) {
      for (int k = 0; k < most; k++) {
        Arrays.fill(direction, 0);
        for (int b = 0; b < shape.molecules(); b++) {
          if (offsets[b] + k < offsets[b + 1]) {
            direction[offsets[b] + k] = 1;
          }
        }
        tangent.write(direction);
        jvp(shape, time, input, tangent, output, product);
        diagonal.setSegmentDots(tangent, product, offsets);
        trace.add(1, diagonal);
      }
    }
  }

  /** Gives the memory back. */
  @Override
  void close();
}
