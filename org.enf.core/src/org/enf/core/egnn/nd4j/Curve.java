package org.enf.core.egnn.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** A function of one number, applied element by element, with its first two derivatives. */
enum Curve {
  /** x·σ(x). */
  SILU {
    @Override
    INDArray value(INDArray x) {
      INDArray result = Transforms.sigmoid(x, true);
      return result.muli(x);
    }

    @Override
    INDArray first(INDArray x) {
      // σ + xσ(1 − σ)
      INDArray sigma = Transforms.sigmoid(x, true);
      INDArray slope = oneMinus(sigma).muli(x).addi(1);
      sigma.muli(slope);
      slope.close();
      return sigma;
    }

    @Override
    INDArray second(INDArray x) {
      // σ(1 − σ)(2 + x(1 − 2σ))
      INDArray sigma = Transforms.sigmoid(x, true);
      INDArray bracket = sigma.mul(-2).addi(1).muli(x).addi(2);
      INDArray complement = oneMinus(sigma);
      bracket.muli(sigma).muli(complement);
      sigma.close();
      complement.close();
      return bracket;
    }
  },

  /** σ(x) = 1 / (1 + e⁻ˣ). */
  SIGMOID {
    @Override
    INDArray value(INDArray x) {
      return Transforms.sigmoid(x, true);
    }

    @Override
    INDArray first(INDArray x) {
      INDArray sigma = value(x);
      INDArray complement = oneMinus(sigma);
      sigma.muli(complement);
      complement.close();
      return sigma;
    }

    @Override
    INDArray second(INDArray x) {
      INDArray sigma = value(x);
      INDArray bracket = sigma.mul(-2).addi(1);
      INDArray complement = oneMinus(sigma);
      bracket.muli(sigma).muli(complement);
      sigma.close();
      complement.close();
      return bracket;
    }
  },

  /** tanh(x). */
  TANH {
    @Override
    INDArray value(INDArray x) {
      return Transforms.tanh(x, true);
    }

    @Override
    INDArray first(INDArray x) {
      INDArray tanh = value(x);
      INDArray square = tanh.mul(tanh);
      tanh.close();
      return square.rsubi(1);
    }

    @Override
    INDArray second(INDArray x) {
      INDArray tanh = value(x);
      INDArray slope = first(x);
      slope.muli(tanh).muli(-2);
      tanh.close();
      return slope;
    }
  },

  /**
   * 1 / (√(x + 10⁻⁸) + 1), which turns a difference of positions with squared length x into a
   * direction whose length grows to one: the normalisation with C = 1.
   */
  DIRECTION {
    @Override
    INDArray value(INDArray x) {
      INDArray distance = distance(x);
      return distance.addi(1).rdivi(1);
    }

    @Override
    INDArray first(INDArray x) {
      // with q the distance and s the value: −s² / (2q)
      INDArray distance = distance(x);
      INDArray scale = value(x);
      scale.muli(scale).divi(distance).muli(-0.5);
      distance.close();
      return scale;
    }

    @Override
    INDArray second(INDArray x) {
      // s³ / (2q²) + s² / (4q³) = s² / (2q²) · (s + 1 / (2q))
      INDArray scale = value(x);
      INDArray ratio = distance(x).rdivi(1);
      INDArray bracket = ratio.mul(0.5).addi(scale);
      ratio.muli(scale);
      ratio.muli(ratio).muli(0.5).muli(bracket);
      scale.close();
      bracket.close();
      return ratio;
    }
  };

  private static final double SMALLEST_SQUARE = 1e-8;

  /** A new matrix of values. */
  abstract INDArray value(INDArray x);

  /** A new matrix of first derivatives. */
  abstract INDArray first(INDArray x);

  /** A new matrix of second derivatives. */
  abstract INDArray second(INDArray x);

  private static INDArray oneMinus(INDArray x) {
    return x.rsub(1);
  }

  private static INDArray distance(INDArray squares) {
    INDArray shifted = squares.add(SMALLEST_SQUARE);
    return Transforms.sqrt(shifted, false);
  }
}
