package org.enf.core.egnn.nd4j;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.AddOp;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.SubOp;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Operations on dual matrices that remember how to go back.
 *
 * <p>For y = g(x) with tangents ẏ = g′(x)ẋ, the cotangents of a loss go back by x̄ += g′ȳ + g″ẋ·ẏ̄ and
 * ẋ̄ += g′·ẏ̄ (reverse over forward). All matrices belong to one block of {@code molecules} molecules
 * with {@code atoms} atoms each: node matrices have one row an atom, edge matrices one row for each
 * ordered pair of atoms of a molecule, pairs with itself included. The tape owns every matrix it
 * makes and closes it at the end.
 */
final class DualTape implements AutoCloseable {
  private final DataType type;
  private final int molecules;
  private final int atoms;
  private final boolean recording;
  private final List<INDArray> owned = new ArrayList<>();
  private final Deque<Runnable> reverse = new ArrayDeque<>();

  /**
   * A tape for one block.
   *
   * @param recording whether {@link #reverse()} will be called
   */
  DualTape(DataType type, int molecules, int atoms, boolean recording) {
    this.type = type;
    this.molecules = molecules;
    this.atoms = atoms;
    this.recording = recording;
  }

  /** Takes over a fresh matrix as an input; both arguments are closed with the tape. */
  Dual input(INDArray value, INDArray tangent) {
    own(value);
    if (tangent != null) {
      own(tangent);
    }
    return new Dual(value, tangent);
  }

  /** A fresh column of edge rows: 0 for a pair of an atom with itself, 1 for all others. */
  INDArray pairMask() {
    INDArray mask = Nd4j.ones(type, molecules, atoms, atoms);
    for (int i = 0; i < atoms; i++) {
      mask.get(NDArrayIndex.all(), NDArrayIndex.point(i), NDArrayIndex.point(i)).assign(0);
    }
    return mask.reshape(edges(), 1);
  }

  /** x·Wᵀ + bias. */
  Dual linear(Dual x, LinearMap map) {
    INDArray value = product(x.value, false, map.weight, true);
    if (map.bias != null) {
      value.addiRowVector(map.bias);
    }
    INDArray tangent = x.moves() ? product(x.tangent, false, map.weight, true) : null;
    Dual y = input(value, tangent);
    record(
        () -> {
          if (y.valueCotangent != null) {
            accumulateValue(x, product(y.valueCotangent, false, map.weight, false));
            addAndClose(map.weightGradient, product(y.valueCotangent, true, x.value, false));
            if (map.bias != null) {
              addAndClose(map.biasGradient, y.valueCotangent.sum(true, 0));
            }
          }
          if (y.tangentCotangent != null) {
            accumulateTangent(x, product(y.tangentCotangent, false, map.weight, false));
            addAndClose(map.weightGradient, product(y.tangentCotangent, true, x.tangent, false));
          }
        });
    return y;
  }

  /** The curve, element by element. */
  Dual apply(Curve curve, Dual x) {
    INDArray value = curve.value(x.value);
    INDArray slope = recording || x.moves() ? own(curve.first(x.value)) : null;
    Dual y = input(value, x.moves() ? x.tangent.mul(slope) : null);
    record(
        () -> {
          if (y.valueCotangent != null) {
            accumulateValue(x, y.valueCotangent.mul(slope));
          }
          if (y.tangentCotangent != null) {
            accumulateTangent(x, y.tangentCotangent.mul(slope));
            accumulateValue(
                x, curve.second(x.value).muli(x.tangent).muli(y.tangentCotangent));
          }
        });
    return y;
  }

  /** The sum of two matrices of one shape. */
  Dual add(Dual a, Dual b) {
    INDArray tangent = null;
    if (a.moves() && b.moves()) {
      tangent = a.tangent.add(b.tangent);
    } else if (a.moves() || b.moves()) {
      tangent = (a.moves() ? a : b).tangent.dup();
    }
    Dual y = input(a.value.add(b.value), tangent);
    record(
        () -> {
          if (y.valueCotangent != null) {
            accumulateValue(a, y.valueCotangent.dup());
            accumulateValue(b, y.valueCotangent.dup());
          }
          if (y.tangentCotangent != null) {
            accumulateTangent(a, y.tangentCotangent.dup());
            accumulateTangent(b, y.tangentCotangent.dup());
          }
        });
    return y;
  }

  /** A matrix times a constant. */
  Dual scale(Dual x, double factor) {
    Dual y = input(x.value.mul(factor), x.moves() ? x.tangent.mul(factor) : null);
    record(
        () -> {
          if (y.valueCotangent != null) {
            accumulateValue(x, y.valueCotangent.mul(factor));
          }
          if (y.tangentCotangent != null) {
            accumulateTangent(x, y.tangentCotangent.mul(factor));
          }
        });
    return y;
  }

  /** Edge rows aᵢ + bⱼ from node rows. */
  Dual pairSum(Dual a, Dual b) {
    return pairs(a, b, 1);
  }

  /** Edge rows xᵢ − xⱼ from node rows. */
  Dual pairDifference(Dual x) {
    return pairs(x, x, -1);
  }

  private Dual pairs(Dual a, Dual b, int sign) {
    INDArray value = pairArray(a.value, b.value, sign);
    Dual y = input(value, a.moves() ? pairArray(a.tangent, b.tangent, sign) : null);
    record(
        () -> {
          if (y.valueCotangent != null) {
            accumulateValue(a, sumEdges(y.valueCotangent, 2));
            accumulateValue(b, signed(sumEdges(y.valueCotangent, 1), sign));
          }
          if (y.tangentCotangent != null) {
            accumulateTangent(a, sumEdges(y.tangentCotangent, 2));
            accumulateTangent(b, signed(sumEdges(y.tangentCotangent, 1), sign));
          }
        });
    return y;
  }

  private INDArray pairArray(INDArray a, INDArray b, int sign) {
    long width = a.columns();
    INDArray result = Nd4j.createUninitialized(type, molecules, atoms, atoms, width);
    INDArray first = a.reshape(molecules, atoms, 1, width);
    INDArray second = b.reshape(molecules, 1, atoms, width);
    Nd4j.exec(sign > 0 ? new AddOp(first, second, result) : new SubOp(first, second, result));
    return result.reshape(edges(), width);
  }

  private static INDArray signed(INDArray x, int sign) {
    return sign > 0 ? x : x.negi();
  }

  /** Node rows: the sum over j of the edge rows (i, j). */
  Dual sumOverNeighbours(Dual x) {
    Dual y = input(sumEdges(x.value, 2), x.moves() ? sumEdges(x.tangent, 2) : null);
    record(
        () -> {
          if (y.valueCotangent != null) {
            accumulateValue(x, toEdges(y.valueCotangent));
          }
          if (y.tangentCotangent != null) {
            accumulateTangent(x, toEdges(y.tangentCotangent));
          }
        });
    return y;
  }

  private INDArray sumEdges(INDArray edgeRows, int axis) {
    long width = edgeRows.columns();
    return edgeRows
        .reshape(molecules, atoms, atoms, width)
        .sum(axis)
        .reshape((long) molecules * atoms, width);
  }

  private INDArray toEdges(INDArray nodeRows) {
    INDArray zero = Nd4j.create(type, nodeRows.rows(), nodeRows.columns());
    INDArray result = pairArray(nodeRows, zero, 1);
    zero.close();
    return result;
  }

  /** One column: the sum of squares of each row. */
  Dual squaredLength(Dual x) {
    INDArray tangent = x.moves() ? rowDots(x.value, x.tangent).muli(2) : null;
    Dual y = input(rowDots(x.value, x.value), tangent);
    record(
        () -> {
          if (y.valueCotangent != null) {
            accumulateValue(x, x.value.mulColumnVector(y.valueCotangent).muli(2));
          }
          if (y.tangentCotangent != null) {
            accumulateValue(x, x.tangent.mulColumnVector(y.tangentCotangent).muli(2));
            accumulateTangent(x, x.value.mulColumnVector(y.tangentCotangent).muli(2));
          }
        });
    return y;
  }

  /** Each row of x times its element of a single column. */
  Dual scaleRows(Dual x, Dual column) {
    INDArray tangent = null;
    if (x.moves()) {
      tangent = x.tangent.mulColumnVector(column.value);
    }
    if (column.moves()) {
      INDArray part = x.value.mulColumnVector(column.tangent);
      tangent = tangent == null ? part : addAndClose(tangent, part);
    }
    Dual y = input(x.value.mulColumnVector(column.value), tangent);
    record(
        () -> {
          if (y.valueCotangent != null) {
            accumulateValue(x, y.valueCotangent.mulColumnVector(column.value));
            accumulateValue(column, rowDots(y.valueCotangent, x.value));
          }
          if (y.tangentCotangent != null) {
            if (column.moves()) {
              accumulateValue(x, y.tangentCotangent.mulColumnVector(column.tangent));
              accumulateTangent(column, rowDots(y.tangentCotangent, x.value));
            }
            if (x.moves()) {
              accumulateValue(column, rowDots(y.tangentCotangent, x.tangent));
              accumulateTangent(x, y.tangentCotangent.mulColumnVector(column.value));
            }
          }
        });
    return y;
  }

  /** Two columns side by side. */
  Dual columns(Dual a, Dual b) {
    INDArray tangent = a.moves() ? Nd4j.concat(1, a.tangent, b.tangent) : null;
    Dual y = input(Nd4j.concat(1, a.value, b.value), tangent);
    record(
        () -> {
          if (y.valueCotangent != null) {
            accumulateValue(a, y.valueCotangent.getColumn(0, true).dup('c'));
            accumulateValue(b, y.valueCotangent.getColumn(1, true).dup('c'));
          }
          if (y.tangentCotangent != null) {
            accumulateTangent(a, y.tangentCotangent.getColumn(0, true).dup('c'));
            accumulateTangent(b, y.tangentCotangent.getColumn(1, true).dup('c'));
          }
        });
    return y;
  }

  /** Node rows minus their mean over the molecule. */
  Dual centre(Dual x) {
    Dual y = input(centred(x.value), x.moves() ? centred(x.tangent) : null);
    record(
        () -> {
          if (y.valueCotangent != null) {
            accumulateValue(x, centred(y.valueCotangent));
          }
          if (y.tangentCotangent != null) {
            accumulateTangent(x, centred(y.tangentCotangent));
          }
        });
    return y;
  }

  private INDArray centred(INDArray nodeRows) {
    long width = nodeRows.columns();
    INDArray block = nodeRows.reshape(molecules, atoms, width);
    INDArray mean = block.mean(1);
    INDArray result = Nd4j.createUninitialized(type, molecules, atoms, width);
    Nd4j.exec(new SubOp(block, mean.reshape(molecules, 1, width), result));
    mean.close();
    return result.reshape((long) molecules * atoms, width);
  }

  /** Runs all operations backwards; set the cotangents of the results before. */
  void reverse() {
    while (!reverse.isEmpty()) {
      reverse.pop().run();
    }
  }

  /** Adds a fresh matrix, which the tape takes over, to a cotangent. */
  void accumulateValue(Dual x, INDArray fresh) {
    if (x.valueCotangent == null) {
      x.valueCotangent = own(fresh);
    } else {
      addAndClose(x.valueCotangent, fresh);
    }
  }

  /** Adds a fresh matrix, which the tape takes over, to the cotangent of a tangent, if there is one. */
  void accumulateTangent(Dual x, INDArray fresh) {
    if (!x.moves()) {
      fresh.close();
    } else if (x.tangentCotangent == null) {
      x.tangentCotangent = own(fresh);
    } else {
      addAndClose(x.tangentCotangent, fresh);
    }
  }

  private void record(Runnable operation) {
    if (recording) {
      reverse.push(operation);
    }
  }

  private INDArray own(INDArray array) {
    owned.add(array);
    return array;
  }

  private static INDArray addAndClose(INDArray sum, INDArray term) {
    sum.addi(term);
    term.close();
    return sum;
  }

  private INDArray product(INDArray a, boolean transposeA, INDArray b, boolean transposeB) {
    long rows = transposeA ? a.columns() : a.rows();
    long columns = transposeB ? b.rows() : b.columns();
    INDArray result = Nd4j.createUninitialized(type, rows, columns);
    Nd4j.matmul(a, b, result, transposeA, transposeB, false);
    return result;
  }

  private static INDArray rowDots(INDArray a, INDArray b) {
    INDArray products = a.mul(b);
    INDArray sums = products.sum(true, 1);
    products.close();
    return sums;
  }

  private long edges() {
    return (long) molecules * atoms * atoms;
  }

  @Override
  public void close() {
    for (INDArray array : owned) {
      if (array.closeable() && !array.wasClosed()) {
        array.close();
      }
    }
  }
}
