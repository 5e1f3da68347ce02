package org.enf.core.egnn.nd4j;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.AddOp;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.SubOp;
import org.nd4j.linalg.factory.Broadcast;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Operations on dual matrices that remember how to go back.
 *
 * <p>For y = g(x) with tangents ẏ = g′(x)ẋ, the cotangents of a loss go back by x̄ += g′ȳ + g″ẋ·ẏ̄
 * and ẋ̄ += g′·ẏ̄ (reverse over forward). All matrices belong to one block of {@code molecules}
 * molecules with {@code atoms} atoms each: node matrices have one row an atom, edge matrices one
 * row for each ordered pair of atoms of a molecule, pairs with itself included. The tape owns every
 * matrix it makes and gives it back to the pool at the end.
 */
final class DualTape implements AutoCloseable {
  private final ArrayPool pool;
  private final int molecules;
  private final int atoms;
  private final boolean recording;
  private final List<INDArray> owned = new ArrayList<>();
  private final Deque<Runnable> reverse = new ArrayDeque<>();

  /**
   * A tape for one block.
   *
   * @param pool where its matrices come from and go
   * @param recording whether {@link #reverse()} will be called
   */
  DualTape(ArrayPool pool, int molecules, int atoms, boolean recording) {
    this.pool = pool;
    this.molecules = molecules;
    this.atoms = atoms;
    this.recording = recording;
  }

  /** A matrix to be filled and handed to {@link #input}. */
  INDArray take(long rows, long columns) {
    return pool.take(rows, columns);
  }

  /** Takes over matrices as an input; the tangent may be null. */
  Dual input(INDArray value, INDArray tangent) {
    own(value);
    if (tangent != null) {
      own(tangent);
    }
    return new Dual(value, tangent);
  }

  /** A column of edge rows: 0 for a pair of an atom with itself, 1 for all others. */
  Dual pairMask() {
    INDArray mask = take(edges(), 1);
    mask.assign(1);
    for (int i = 0; i < atoms; i++) {
      mask.reshape(molecules, atoms, atoms)
          .get(NDArrayIndex.all(), NDArrayIndex.point(i), NDArrayIndex.point(i))
          .assign(0);
    }
    return input(mask, null);
  }

  /** x·Wᵀ + bias. */
  Dual linear(Dual x, LinearMap map) {
    INDArray value = product(x.value, false, map.weight, true);
    if (map.bias != null) {
      Broadcast.add(value, map.bias, value, 1);
    }
    INDArray tangent = x.moves() ? product(x.tangent, false, map.weight, true) : null;
    Dual y = input(value, tangent);
    record(
        () -> {
          if (y.valueCotangent != null) {
            accumulateValue(x, product(y.valueCotangent, false, map.weight, false));
            addAndGive(map.weightGradient, product(y.valueCotangent, true, x.value, false));
            if (map.bias != null) {
              addAndGive(map.biasGradient, columnSums(y.valueCotangent));
            }
          }
          if (y.tangentCotangent != null) {
            accumulateTangent(x, product(y.tangentCotangent, false, map.weight, false));
            addAndGive(map.weightGradient, product(y.tangentCotangent, true, x.tangent, false));
          }
        });
    return y;
  }

  /** The curve, element by element. */
  Dual apply(Curve curve, Dual x) {
    INDArray value = like(x.value);
    curve.value(x.value, value);
    if (!recording && !x.moves()) {
      return input(value, null);
    }
    INDArray slope = own(like(x.value));
    INDArray scratch = like(x.value);
    curve.first(x.value, slope, scratch);
    pool.give(scratch);
    Dual y = input(value, x.moves() ? times(x.tangent, slope) : null);
    record(
        () -> {
          if (y.valueCotangent != null) {
            accumulateValue(x, times(y.valueCotangent, slope));
          }
          if (y.tangentCotangent != null) {
            accumulateTangent(x, times(y.tangentCotangent, slope));
            INDArray bend = like(x.value);
            INDArray room = like(x.value);
            curve.second(x.value, bend, room);
            pool.give(room);
            accumulateValue(x, bend.muli(x.tangent).muli(y.tangentCotangent));
          }
        });
    return y;
  }

  /** The sum of two matrices of one shape; both have a tangent or none. */
  Dual add(Dual a, Dual b) {
    return weightedSum(a, b, 1);
  }

  /** The difference of two matrices of one shape; both have a tangent or none. */
  Dual subtract(Dual a, Dual b) {
    return weightedSum(a, b, -1);
  }

  private Dual weightedSum(Dual a, Dual b, int sign) {
    Dual y =
        input(
            combined(a.value, b.value, sign),
            a.moves() ? combined(a.tangent, b.tangent, sign) : null);
    record(
        () -> {
          if (y.valueCotangent != null) {
            accumulateValue(a, times(y.valueCotangent, 1));
            accumulateValue(b, times(y.valueCotangent, sign));
          }
          if (y.tangentCotangent != null) {
            accumulateTangent(a, times(y.tangentCotangent, 1));
            accumulateTangent(b, times(y.tangentCotangent, sign));
          }
        });
    return y;
  }

  private INDArray combined(INDArray a, INDArray b, int sign) {
    return sign > 0 ? a.addi(b, like(a)) : a.subi(b, like(a));
  }

  /** A matrix times a constant. */
  Dual scale(Dual x, double factor) {
    Dual y = input(times(x.value, factor), x.moves() ? times(x.tangent, factor) : null);
    record(
        () -> {
          if (y.valueCotangent != null) {
            accumulateValue(x, times(y.valueCotangent, factor));
          }
          if (y.tangentCotangent != null) {
            accumulateTangent(x, times(y.tangentCotangent, factor));
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
    INDArray result = take(edges(), width);
    INDArray first = a.reshape(molecules, atoms, 1, width);
    INDArray second = b.reshape(molecules, 1, atoms, width);
    INDArray all = result.reshape(molecules, atoms, atoms, width);
    Nd4j.exec(sign > 0 ? new AddOp(first, second, all) : new SubOp(first, second, all));
    return result;
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
    INDArray result = take((long) molecules * atoms, width);
    edgeRows
        .reshape(molecules, atoms, atoms, width)
        .sum(result.reshape(molecules, atoms, width), axis);
    return result;
  }

  private INDArray toEdges(INDArray nodeRows) {
    INDArray zero = like(nodeRows).assign(0);
    INDArray result = pairArray(nodeRows, zero, 1);
    pool.give(zero);
    return result;
  }

  /** One column: the sum of squares of each row. */
  Dual squaredLength(Dual x) {
    INDArray tangent = x.moves() ? rowDots(x.value, x.tangent).muli(2) : null;
    Dual y = input(rowDots(x.value, x.value), tangent);
    record(
        () -> {
          if (y.valueCotangent != null) {
            accumulateValue(x, timesColumn(x.value, y.valueCotangent).muli(2));
          }
          if (y.tangentCotangent != null) {
            accumulateValue(x, timesColumn(x.tangent, y.tangentCotangent).muli(2));
            accumulateTangent(x, timesColumn(x.value, y.tangentCotangent).muli(2));
          }
        });
    return y;
  }

  /** Each row of x times its element of a single column. */
  Dual scaleRows(Dual x, Dual column) {
    INDArray tangent = x.moves() ? timesColumn(x.tangent, column.value) : null;
    if (column.moves()) {
      INDArray part = timesColumn(x.value, column.tangent);
      tangent = tangent == null ? part : addAndGive(tangent, part);
    }
    Dual y = input(timesColumn(x.value, column.value), tangent);
    record(
        () -> {
          if (y.valueCotangent != null) {
            accumulateValue(x, timesColumn(y.valueCotangent, column.value));
            accumulateValue(column, rowDots(y.valueCotangent, x.value));
          }
          if (y.tangentCotangent != null) {
            if (column.moves()) {
              accumulateValue(x, timesColumn(y.tangentCotangent, column.tangent));
              accumulateTangent(column, rowDots(y.tangentCotangent, x.value));
            }
            if (x.moves()) {
              accumulateValue(column, rowDots(y.tangentCotangent, x.tangent));
              accumulateTangent(x, timesColumn(y.tangentCotangent, column.value));
            }
          }
        });
    return y;
  }

  /** Two columns side by side; both have a tangent or none. */
  Dual columns(Dual a, Dual b) {
    Dual y = input(joined(a.value, b.value), a.moves() ? joined(a.tangent, b.tangent) : null);
    record(
        () -> {
          if (y.valueCotangent != null) {
            accumulateValue(a, column(y.valueCotangent, 0));
            accumulateValue(b, column(y.valueCotangent, 1));
          }
          if (y.tangentCotangent != null) {
            accumulateTangent(a, column(y.tangentCotangent, 0));
            accumulateTangent(b, column(y.tangentCotangent, 1));
          }
        });
    return y;
  }

  private INDArray joined(INDArray a, INDArray b) {
    INDArray result = take(a.rows(), 2);
    result.getColumn(0, true).assign(a);
    result.getColumn(1, true).assign(b);
    return result;
  }

  private INDArray column(INDArray x, int index) {
    return take(x.rows(), 1).assign(x.getColumn(index, true));
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
    INDArray result = like(nodeRows);
    Nd4j.exec(
        new SubOp(
            block, mean.reshape(molecules, 1, width), result.reshape(molecules, atoms, width)));
    mean.close();
    return result;
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
      addAndGive(x.valueCotangent, fresh);
    }
  }

  /**
   * Adds a fresh matrix, which the tape takes over, to the cotangent of a tangent, if there is one.
   */
  void accumulateTangent(Dual x, INDArray fresh) {
    if (!x.moves()) {
      pool.give(fresh);
    } else if (x.tangentCotangent == null) {
      x.tangentCotangent = own(fresh);
    } else {
      addAndGive(x.tangentCotangent, fresh);
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

  private INDArray addAndGive(INDArray sum, INDArray term) {
    sum.addi(term);
    pool.give(term);
    return sum;
  }

  private INDArray like(INDArray pattern) {
    return take(pattern.rows(), pattern.columns());
  }

  private INDArray times(INDArray a, INDArray b) {
    return a.muli(b, like(a));
  }

  private INDArray times(INDArray a, double factor) {
    return a.muli(factor, like(a));
  }

  private INDArray timesColumn(INDArray x, INDArray column) {
    return Broadcast.mul(x, column, like(x), 0);
  }

  private INDArray product(INDArray a, boolean transposeA, INDArray b, boolean transposeB) {
    INDArray result =
        take(transposeA ? a.columns() : a.rows(), transposeB ? b.rows() : b.columns());
    Nd4j.matmul(a, b, result, transposeA, transposeB, false);
    return result;
  }

  private INDArray rowDots(INDArray a, INDArray b) {
    INDArray products = times(a, b);
    INDArray sums = products.sum(take(a.rows(), 1), true, 1);
    pool.give(products);
    return sums;
  }

  private INDArray columnSums(INDArray x) {
    return x.sum(take(1, x.columns()), true, 0);
  }

  private long edges() {
    return (long) molecules * atoms * atoms;
  }

  @Override
  public void close() {
    for (INDArray array : owned) {
      pool.give(array);
    }
    owned.clear();
  }
}
