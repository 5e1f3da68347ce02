package org.enf.core.egnn.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A matrix with its derivative along the direction under study, and, in the reverse pass, the
 * gradients of the loss by both.
 *
 * <p>The tangent is null where it is zero; a cotangent is null until something has been added.
 */
final class Dual {
  final INDArray value;
  final INDArray tangent;
  INDArray valueCotangent;
  INDArray tangentCotangent;

  Dual(INDArray value, INDArray tangent) {
    this.value = value;
    this.tangent = tangent;
  }

  boolean moves() {
    return tangent != null;
  }
}
