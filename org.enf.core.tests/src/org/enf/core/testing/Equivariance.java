package org.enf.core.testing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.enf.core.egnn.BatchShape;

/**
 * The assertion that a function of a batch does not care how its molecules are turned, mirrored,
 * shifted and listed: what it gives changes along with what goes in.
 *
 * <p>Say what each array that goes in and comes out stands for; then {@link #holds} compares
 * g(f(x)) with f(g(x)) for rotation, reflection and translation of each molecule on its own, and
 * for permutations of atoms and of molecules.
 */
public final class Equivariance {
  private final int dimensions;
  private final BatchShape shape;
  private final List<Layout> inputLayouts = new ArrayList<>();
  private final List<double[]> inputs = new ArrayList<>();
  private final List<Output> outputs = new ArrayList<>();

  private record Output(String name, Layout layout) {}

  /** A function of several arrays of a batch. */
  @FunctionalInterface
  public interface BatchFunction {
    /** The arrays that come out. */
    List<double[]> apply(BatchShape shape, List<double[]> inputs);
  }

  private Equivariance(int dimensions, BatchShape shape) {
    this.dimensions = dimensions;
    this.shape = shape;
  }

  /** The assertion for a batch in a space of this many dimensions. */
  public static Equivariance of(int dimensions, BatchShape shape) {
    return new Equivariance(dimensions, shape);
  }

  /** A further array that goes in. */
  public Equivariance input(Layout layout, double[] values) {
    assertEquals("length of input " + inputs.size(), layout.length(shape), values.length);
    inputLayouts.add(layout);
    inputs.add(values.clone());
    return this;
  }

  /** A further array that comes out; it must not be zero. */
  public Equivariance output(String name, Layout layout) {
    outputs.add(new Output(name, layout));
    return this;
  }

  /**
   * Fails if the function is not equivariant.
   *
   * @param tolerance relative to the largest element of each array that comes out
   */
  public void holds(BatchFunction function, double tolerance) {
    List<double[]> before = function.apply(shape, inputs);
    assertEquals("number of outputs", outputs.size(), before.size());
    for (int k = 0; k < outputs.size(); k++) {
      assertTrue(
          outputs.get(k).name() + " is zero, which shows nothing",
          Closeness.largest(before.get(k)) > 0);
    }
    for (Symmetry symmetry : Symmetry.all(dimensions, shape, 7)) {
      List<double[]> moved = new ArrayList<>();
      for (int k = 0; k < inputs.size(); k++) {
        moved.add(symmetry.apply(shape, inputLayouts.get(k), inputs.get(k)));
      }
      List<double[]> after = function.apply(symmetry.shape(shape), moved);
      for (int k = 0; k < outputs.size(); k++) {
        Output output = outputs.get(k);
        double[] expected = symmetry.apply(shape, output.layout(), before.get(k));
        Closeness.assertClose(
            output.name() + " after " + symmetry, expected, after.get(k), tolerance);
      }
    }
  }
}
