package org.enf.core.egnn.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.AddOp;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.SubOp;
import org.nd4j.linalg.factory.Broadcast;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * What can be done with the matrices of one block of {@code molecules} molecules with {@code atoms}
 * atoms each: node matrices have one row an atom, edge matrices one row for each ordered pair of
 * atoms of a molecule, pairs with itself included. Every result is a fresh matrix of the pool.
 */
final class BlockArrays {
  private final ArrayPool pool;
  private final int molecules;
  private final int atoms;

  BlockArrays(ArrayPool pool, int molecules, int atoms) {
    this.pool = pool;
    this.molecules = molecules;
    this.atoms = atoms;
  }

  /** A matrix with undefined content. */
  INDArray take(long rows, long columns) {
    return pool.take(rows, columns);
  }

  /** A matrix of the shape of another one, with undefined content. */
  INDArray like(INDArray pattern) {
    return take(pattern.rows(), pattern.columns());
  }

  /** Takes a matrix back. */
  void give(INDArray array) {
    pool.give(array);
  }

  /** Adds a matrix to another one and takes it back. */
  INDArray addAndGive(INDArray sum, INDArray term) {
    sum.addi(term);
    pool.give(term);
    return sum;
  }

  /** A column of edge rows: 0 for a pair of an atom with itself, 1 for all others. */
  INDArray pairMask() {
    INDArray mask = take(edges(), 1);
    mask.assign(1);
    for (int i = 0; i < atoms; i++) {
      mask.reshape(molecules, atoms, atoms)
          .get(NDArrayIndex.all(), NDArrayIndex.point(i), NDArrayIndex.point(i))
          .assign(0);
    }
    return mask;
  }

  /** Edge rows aᵢ + sign·bⱼ from node rows; the sign is 1 or −1. */
  INDArray pairs(INDArray a, INDArray b, int sign) {
    long width = a.columns();
    INDArray result = take(edges(), width);
    INDArray first = a.reshape(molecules, atoms, 1, width);
    INDArray second = b.reshape(molecules, 1, atoms, width);
    INDArray all = result.reshape(molecules, atoms, atoms, width);
    Nd4j.exec(sign > 0 ? new AddOp(first, second, all) : new SubOp(first, second, all));
    return result;
  }

  /** Node rows: the sum over j of the edge rows (i, j). */
  INDArray sumOverSecond(INDArray edgeRows) {
    return sumEdges(edgeRows, 2);
  }

  /** Node rows: the sum over i of the edge rows (i, j). */
  INDArray sumOverFirst(INDArray edgeRows) {
    return sumEdges(edgeRows, 1);
  }

  private INDArray sumEdges(INDArray edgeRows, int axis) {
    long width = edgeRows.columns();
    INDArray result = take((long) molecules * atoms, width);
    edgeRows
        .reshape(molecules, atoms, atoms, width)
        .sum(result.reshape(molecules, atoms, width), axis);
    return result;
  }

  /** Edge rows: row i for each pair (i, j). */
  INDArray toEdges(INDArray nodeRows) {
    INDArray zero = like(nodeRows).assign(0);
    INDArray result = pairs(nodeRows, zero, 1);
    pool.give(zero);
    return result;
  }

  /** Node rows whose first columns have lost their mean over the molecule. */
  INDArray centred(INDArray nodeRows, int columns) {
    INDArray result = like(nodeRows).assign(nodeRows);
    INDArray block =
        result
            .reshape(molecules, atoms, nodeRows.columns())
            .get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(0, columns));
    INDArray mean = block.mean(1);
    Nd4j.exec(new SubOp(block, mean.reshape(molecules, 1, columns), block));
    mean.close();
    return result;
  }

  /** a + sign·b; the sign is 1 or −1. */
  INDArray sum(INDArray a, INDArray b, int sign) {
    return sign > 0 ? a.addi(b, like(a)) : a.subi(b, like(a));
  }

  /** The products of the elements. */
  INDArray times(INDArray a, INDArray b) {
    return a.muli(b, like(a));
  }

  /** A matrix times a number. */
  INDArray times(INDArray a, double factor) {
    return a.muli(factor, like(a));
  }

  /** Each row of x times its element of a single column. */
  INDArray timesColumn(INDArray x, INDArray column) {
    return Broadcast.mul(x, column, like(x), 0);
  }

  /** The product of two matrices, each transposed before or not. */
  INDArray product(INDArray a, boolean transposeA, INDArray b, boolean transposeB) {
    INDArray result =
        take(transposeA ? a.columns() : a.rows(), transposeB ? b.rows() : b.columns());
    Nd4j.matmul(a, b, result, transposeA, transposeB, false);
    return result;
  }

  /** Adds a row to each row of x, in place. */
  void addRow(INDArray x, INDArray row) {
    Broadcast.add(x, row, x, 1);
  }

  /** One column: the dot products of the rows. */
  INDArray rowDots(INDArray a, INDArray b) {
    INDArray products = times(a, b);
    INDArray sums = products.sum(take(a.rows(), 1), true, 1);
    pool.give(products);
    return sums;
  }

  /** One row: the sums of the columns. */
  INDArray columnSums(INDArray x) {
    return x.sum(take(1, x.columns()), true, 0);
  }

  /** Two columns side by side. */
  INDArray joined(INDArray a, INDArray b) {
    INDArray result = take(a.rows(), 2);
    result.getColumn(0, true).assign(a);
    result.getColumn(1, true).assign(b);
    return result;
  }

  /** A copy of one column. */
  INDArray column(INDArray x, int index) {
    return take(x.rows(), 1).assign(x.getColumn(index, true));
  }

  private long edges() {
    return (long) molecules * atoms * atoms;
  }
}
