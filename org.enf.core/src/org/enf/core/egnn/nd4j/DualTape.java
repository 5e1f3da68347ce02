package org.enf.core.egnn.nd4j;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Operations on dual matrices that remember how to go back.
 *
 * <p>For y = g(x) with tangents ẏ = g′(x)ẋ, the cotangents of a loss go back by x̄ += g′ȳ + g″ẋ·ẏ̄
 * and ẋ̄ += g′·ẏ̄ (reverse over forward). All matrices belong to one block ({@link BlockArrays}).
 * The tape owns every matrix it makes and gives it back to the pool at the end.
 */
final class DualTape implements AutoCloseable {
  private final BlockArrays arrays;
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
    arrays = new BlockArrays(pool, molecules, atoms);
    this.recording = recording;
  }

  /** A matrix to be filled and handed to {@link #input}. */
  INDArray take(long rows, long columns) {
    return arrays.take(rows, columns);
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
    return input(arrays.pairMask(), null);
  }

  /** x·Wᵀ + bias. */
  Dual linear(Dual x, LinearMap map) {
    INDArray value = arrays.product(x.value, false, map.weight, true);
    if (map.bias != null) {
      arrays.addRow(value, map.bias);
    }
    INDArray tangent = x.moves() ? arrays.product(x.tangent, false, map.weight, true) : null;
    Dual y = input(value, tangent);
    record(
        () -> {
          if (y.valueCotangent != null) {
            accumulateValue(x, arrays.product(y.valueCotangent, false, map.weight, false));
            arrays.addAndGive(
                map.weightGradient, arrays.product(y.valueCotangent, true, x.value, false));
            if (map.bias != null) {
              arrays.addAndGive(map.biasGradient, arrays.columnSums(y.valueCotangent));
            }
          }
          if (y.tangentCotangent != null) {
            accumulateTangent(x, arrays.product(y.tangentCotangent, false, map.weight, false));
            arrays.addAndGive(
                map.weightGradient, arrays.product(y.tangentCotangent, true, x.tangent, false));
          }
        });
    return y;
  }

  /** The curve, element by element. */
  Dual apply(Curve curve, Dual x) {
    INDArray value = arrays.like(x.value);
    curve.value(x.value, value);
    if (!recording && !x.moves()) {
      return input(value, null);
    }
    INDArray slope = own(arrays.like(x.value));
    INDArray scratch = arrays.like(x.value);
    curve.first(x.value, slope, scratch);
    arrays.give(scratch);
    Dual y = input(value, x.moves() ? arrays.times(x.tangent, slope) : null);
    record(
        () -> {
          if (y.valueCotangent != null) {
            accumulateValue(x, arrays.times(y.valueCotangent, slope));
          }
          if (y.tangentCotangent != null) {
            accumulateTangent(x, arrays.times(y.tangentCotangent, slope));
            INDArray bend = arrays.like(x.value);
            INDArray room = arrays.like(x.value);
            curve.second(x.value, bend, room);
            arrays.give(room);
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
            arrays.sum(a.value, b.value, sign),
            a.moves() ? arrays.sum(a.tangent, b.tangent, sign) : null);
    record(
        () -> {
          if (y.valueCotangent != null) {
            accumulateValue(a, arrays.times(y.valueCotangent, 1));
            accumulateValue(b, arrays.times(y.valueCotangent, sign));
          }
          if (y.tangentCotangent != null) {
            accumulateTangent(a, arrays.times(y.tangentCotangent, 1));
            accumulateTangent(b, arrays.times(y.tangentCotangent, sign));
          }
        });
    return y;
  }

  /** A matrix times a constant. */
  Dual scale(Dual x, double factor) {
    Dual y =
        input(arrays.times(x.value, factor), x.moves() ? arrays.times(x.tangent, factor) : null);
    record(
        () -> {
          if (y.valueCotangent != null) {
            accumulateValue(x, arrays.times(y.valueCotangent, factor));
          }
          if (y.tangentCotangent != null) {
            accumulateTangent(x, arrays.times(y.tangentCotangent, factor));
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
    INDArray value = arrays.pairs(a.value, b.value, sign);
    Dual y = input(value, a.moves() ? arrays.pairs(a.tangent, b.tangent, sign) : null);
    record(
        () -> {
          if (y.valueCotangent != null) {
            accumulateValue(a, arrays.sumOverSecond(y.valueCotangent));
            accumulateValue(b, signed(arrays.sumOverFirst(y.valueCotangent), sign));
          }
          if (y.tangentCotangent != null) {
            accumulateTangent(a, arrays.sumOverSecond(y.tangentCotangent));
            accumulateTangent(b, signed(arrays.sumOverFirst(y.tangentCotangent), sign));
          }
        });
    return y;
  }

  private static INDArray signed(INDArray x, int sign) {
    return sign > 0 ? x : x.negi();
  }

  /** Node rows: the sum over j of the edge rows (i, j). */
  Dual sumOverNeighbours(Dual x) {
    Dual y =
        input(arrays.sumOverSecond(x.value), x.moves() ? arrays.sumOverSecond(x.tangent) : null);
    record(
        () -> {
          if (y.valueCotangent != null) {
            accumulateValue(x, arrays.toEdges(y.valueCotangent));
          }
          if (y.tangentCotangent != null) {
            accumulateTangent(x, arrays.toEdges(y.tangentCotangent));
          }
        });
    return y;
  }

  /** One column: the sum of squares of each row. */
  Dual squaredLength(Dual x) {
    INDArray tangent = x.moves() ? arrays.rowDots(x.value, x.tangent).muli(2) : null;
    Dual y = input(arrays.rowDots(x.value, x.value), tangent);
    record(
        () -> {
          if (y.valueCotangent != null) {
            accumulateValue(x, arrays.timesColumn(x.value, y.valueCotangent).muli(2));
          }
          if (y.tangentCotangent != null) {
            accumulateValue(x, arrays.timesColumn(x.tangent, y.tangentCotangent).muli(2));
            accumulateTangent(x, arrays.timesColumn(x.value, y.tangentCotangent).muli(2));
          }
        });
    return y;
  }

  /** Each row of x times its element of a single column. */
  Dual scaleRows(Dual x, Dual column) {
    INDArray tangent = x.moves() ? arrays.timesColumn(x.tangent, column.value) : null;
    if (column.moves()) {
      INDArray part = arrays.timesColumn(x.value, column.tangent);
      tangent = tangent == null ? part : arrays.addAndGive(tangent, part);
    }
    Dual y = input(arrays.timesColumn(x.value, column.value), tangent);
    record(
        () -> {
          if (y.valueCotangent != null) {
            accumulateValue(x, arrays.timesColumn(y.valueCotangent, column.value));
            accumulateValue(column, arrays.rowDots(y.valueCotangent, x.value));
          }
          if (y.tangentCotangent != null) {
            if (column.moves()) {
              accumulateValue(x, arrays.timesColumn(y.tangentCotangent, column.tangent));
              accumulateTangent(column, arrays.rowDots(y.tangentCotangent, x.value));
            }
            if (x.moves()) {
              accumulateValue(column, arrays.rowDots(y.tangentCotangent, x.tangent));
              accumulateTangent(x, arrays.timesColumn(y.tangentCotangent, column.value));
            }
          }
        });
    return y;
  }

  /** Two columns side by side; both have a tangent or none. */
  Dual columns(Dual a, Dual b) {
    Dual y =
        input(
            arrays.joined(a.value, b.value),
            a.moves() ? arrays.joined(a.tangent, b.tangent) : null);
    record(
        () -> {
          if (y.valueCotangent != null) {
            accumulateValue(a, arrays.column(y.valueCotangent, 0));
            accumulateValue(b, arrays.column(y.valueCotangent, 1));
          }
          if (y.tangentCotangent != null) {
            accumulateTangent(a, arrays.column(y.tangentCotangent, 0));
            accumulateTangent(b, arrays.column(y.tangentCotangent, 1));
          }
        });
    return y;
  }

  /** Node rows whose first columns lose their mean over the molecule. */
  Dual centre(Dual x, int columns) {
    Dual y =
        input(
            arrays.centred(x.value, columns),
            x.moves() ? arrays.centred(x.tangent, columns) : null);
    record(
        () -> {
          if (y.valueCotangent != null) {
            accumulateValue(x, arrays.centred(y.valueCotangent, columns));
          }
          if (y.tangentCotangent != null) {
            accumulateTangent(x, arrays.centred(y.tangentCotangent, columns));
          }
        });
    return y;
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
      arrays.addAndGive(x.valueCotangent, fresh);
    }
  }

  /**
   * Adds a fresh matrix, which the tape takes over, to the cotangent of a tangent, if there is one.
   */
  void accumulateTangent(Dual x, INDArray fresh) {
    if (!x.moves()) {
      arrays.give(fresh);
    } else if (x.tangentCotangent == null) {
      x.tangentCotangent = own(fresh);
    } else {
      arrays.addAndGive(x.tangentCotangent, fresh);
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

  @Override
  public void close() {
    for (INDArray array : owned) {
      arrays.give(array);
    }
    owned.clear();
  }
}
