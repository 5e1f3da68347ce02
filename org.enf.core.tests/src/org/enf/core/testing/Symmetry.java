package org.enf.core.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.enf.core.egnn.BatchShape;
import org.enf.core.testing.Layout.Owner;

/** A change of a batch that leaves its molecules what they are. */
abstract class Symmetry {
  private final String name;

  private Symmetry(String name) {
    this.name = name;
  }

  /** One of each kind, other for each molecule. */
  static List<Symmetry> all(int dimensions, BatchShape shape, long seed) {
    Random random = new Random(seed);
    List<Symmetry> symmetries = new ArrayList<>();
    if (dimensions > 1) {
      symmetries.add(new Turn("rotation", dimensions, shape, false, random));
    }
    symmetries.add(new Turn("reflection", dimensions, shape, true, random));
    symmetries.add(new Shift(dimensions, shape, random));
    symmetries.add(new AtomOrder(shape, random));
    symmetries.add(new MoleculeOrder(shape, random));
    return symmetries;
  }

  /** The shape of the changed batch. */
  BatchShape shape(BatchShape shape) {
    return shape;
  }

  /** The changed array. */
  abstract double[] apply(BatchShape shape, Layout layout, double[] values);

  @Override
  public String toString() {
    return name;
  }

  /** Multiplies the vectors of each molecule by an orthogonal matrix. */
  private static final class Turn extends Symmetry {
    private final double[][][] matrices;

    Turn(String name, int dimensions, BatchShape shape, boolean mirror, Random random) {
      super(name);
      matrices = new double[shape.molecules()][][];
      for (int b = 0; b < matrices.length; b++) {
        matrices[b] = orthogonal(dimensions, mirror, random);
      }
    }

    @Override
    double[] apply(BatchShape shape, Layout layout, double[] values) {
      double[] result = values.clone();
      if (layout.vectorColumns() > 0) {
        for (int b = 0; b < shape.molecules(); b++) {
          for (int i = shape.offset(b); i < shape.offset(b + 1); i++) {
            turn(matrices[b], values, result, i * layout.width());
          }
        }
      }
      return result;
    }

    private static void turn(double[][] matrix, double[] from, double[] to, int at) {
      for (int row = 0; row < matrix.length; row++) {
        to[at + row] = 0;
        for (int column = 0; column < matrix.length; column++) {
          to[at + row] += matrix[row][column] * from[at + column];
        }
      }
    }

    /** A rotation, or with a mirror. */
    private static double[][] orthogonal(int n, boolean mirror, Random random) {
      double[][] rows = Orthonormal.rows(n, random);
      if (Determinant.of(rows) > 0 == mirror) {
        for (int k = 0; k < n; k++) {
          rows[0][k] = -rows[0][k];
        }
      }
      return rows;
    }
  }

  /** Moves each molecule as a whole. */
  private static final class Shift extends Symmetry {
    private final double[][] shifts;

    Shift(int dimensions, BatchShape shape, Random random) {
      super("translation");
      shifts = new double[shape.molecules()][dimensions];
      for (double[] shift : shifts) {
        for (int axis = 0; axis < dimensions; axis++) {
          shift[axis] = 3 * random.nextGaussian();
        }
      }
    }

    @Override
    double[] apply(BatchShape shape, Layout layout, double[] values) {
      double[] result = values.clone();
      if (layout.shifts()) {
        for (int b = 0; b < shape.molecules(); b++) {
          for (int i = shape.offset(b); i < shape.offset(b + 1); i++) {
            for (int axis = 0; axis < layout.vectorColumns(); axis++) {
              result[i * layout.width() + axis] += shifts[b][axis];
            }
          }
        }
      }
      return result;
    }
  }

  /** Lists the atoms of each molecule in another order. */
  private static final class AtomOrder extends Symmetry {
    private final int[] sources;

    AtomOrder(BatchShape shape, Random random) {
      super("permutation of the atoms");
      sources = new int[shape.atoms()];
      for (int b = 0; b < shape.molecules(); b++) {
        List<Integer> order = shuffled(shape.size(b), random);
        for (int i = 0; i < order.size(); i++) {
          sources[shape.offset(b) + i] = shape.offset(b) + order.get(i);
        }
      }
    }

    @Override
    double[] apply(BatchShape shape, Layout layout, double[] values) {
      if (layout.owner() != Owner.ATOM) {
        return values.clone();
      }
      double[] result = new double[values.length];
      int width = layout.width();
      for (int i = 0; i < sources.length; i++) {
        System.arraycopy(values, sources[i] * width, result, i * width, width);
      }
      return result;
    }
  }

  /** Lists the molecules of the batch in another order. */
  private static final class MoleculeOrder extends Symmetry {
    private final List<Integer> sources;

    MoleculeOrder(BatchShape shape, Random random) {
      super("permutation of the molecules");
      sources = shuffled(shape.molecules(), random);
    }

    @Override
    BatchShape shape(BatchShape shape) {
      return new BatchShape(sources.stream().mapToInt(shape::size).toArray());
    }

    @Override
    double[] apply(BatchShape shape, Layout layout, double[] values) {
      if (layout.owner() == Owner.BATCH) {
        return values.clone();
      }
      double[] result = new double[values.length];
      int at = 0;
      for (int b : sources) {
        int from = layout.owner() == Owner.ATOM ? shape.offset(b) : b;
        int rows = layout.owner() == Owner.ATOM ? shape.size(b) : 1;
        System.arraycopy(values, from * layout.width(), result, at, rows * layout.width());
        at += rows * layout.width();
      }
      return result;
    }
  }

  /** A random order that is not the first one, where there is another. */
  private static List<Integer> shuffled(int size, Random random) {
    List<Integer> first = IntStream.range(0, size).boxed().toList();
    List<Integer> order = new ArrayList<>(first);
    while (size > 1 && order.equals(first)) {
      Collections.shuffle(order, random);
    }
    return order;
  }
}
