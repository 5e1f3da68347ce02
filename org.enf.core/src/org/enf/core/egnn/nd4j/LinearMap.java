package org.enf.core.egnn.nd4j;

import org.enf.core.egnn.Parameter;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The weights of a linear map, or of some of its columns, as an array of their own, with the
 * gradient that the reverse pass collects.
 */
final class LinearMap implements AutoCloseable {
  final INDArray weight;
  final INDArray bias;
  INDArray weightGradient;
  INDArray biasGradient;

  private final Parameter weightBlock;
  private final int firstColumn;
  private final Parameter biasBlock;

  /**
   * A map from {@code columns} inputs.
   *
   * @param weightBlock the parameter [out, in]
   * @param firstColumn the first of its columns to use
   * @param columns how many of them
   * @param biasBlock the bias, or null
   */
  LinearMap(
      DataType type, Parameter weightBlock, int firstColumn, int columns, Parameter biasBlock) {
    this.weightBlock = weightBlock;
    this.firstColumn = firstColumn;
    this.biasBlock = biasBlock;
    weight = Nd4j.create(type, weightBlock.rows(), columns);
    weightGradient = Nd4j.create(type, weightBlock.rows(), columns);
    bias = biasBlock == null ? null : Nd4j.create(type, 1, biasBlock.rows());
    biasGradient = biasBlock == null ? null : Nd4j.create(type, 1, biasBlock.rows());
  }

  /** Copies this map's numbers out of the flat array of all parameters. */
  void load(INDArray all) {
    weight.assign(weightView(all));
    if (bias != null) {
      bias.assign(biasView(all));
    }
  }

  /** Adds the collected gradient to the flat gradient, if there is one, and starts anew. */
  void flush(INDArray all) {
    if (all != null) {
      weightView(all).addi(weightGradient);
    }
    weightGradient.assign(0);
    if (bias != null) {
      if (all != null) {
        biasView(all).addi(biasGradient);
      }
      biasGradient.assign(0);
    }
  }

  private INDArray weightView(INDArray all) {
    return all.get(
            NDArrayIndex.interval(
                weightBlock.offset(), weightBlock.offset() + weightBlock.length()))
        .reshape(weightBlock.rows(), weightBlock.columns())
        .get(
            NDArrayIndex.all(), NDArrayIndex.interval(firstColumn, firstColumn + weight.columns()));
  }

  private INDArray biasView(INDArray all) {
    return all.get(
            NDArrayIndex.interval(biasBlock.offset(), biasBlock.offset() + biasBlock.length()))
        .reshape(1, biasBlock.rows());
  }

  @Override
  public void close() {
    weight.close();
    weightGradient.close();
    if (bias != null) {
      bias.close();
      biasGradient.close();
    }
  }
}
