package org.enf.core.egnn.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.floating.Sqrt;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sigmoid;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Swish;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Tanh;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A function of one number, applied element by element, with its first two derivatives. Each method
 * overwrites {@code out}; {@code scratch} is another matrix of the same shape whose content is
 * lost.
 */
enum Curve {
  /** x·σ(x). */
  SILU {
    @Override
    void value(INDArray x, INDArray out) {
      Nd4j.exec(new Swish(x, out));
    }

    @Override
    void first(INDArray x, INDArray out, INDArray scratch) {
      // σ(1 + x(1 − σ)); ND4J's own SwishDerivative is NaN from x = 45 on in single precision
      Nd4j.exec(new Sigmoid(x, out));
      out.rsubi(1, scratch).muli(x).addi(1);
      out.muli(scratch);
    }

    @Override
    void second(INDArray x, INDArray out, INDArray scratch) {
      // σ(1 − σ)(2 + x(1 − 2σ))
      Nd4j.exec(new Sigmoid(x, out));
      out.muli(-2, scratch).addi(1).muli(x).addi(2);
      scratch.muli(out);
      out.rsubi(1).muli(scratch);
    }
  },

  /** σ(x) = 1 / (1 + e⁻ˣ). */
  SIGMOID {
    @Override
    void value(INDArray x, INDArray out) {
      Nd4j.exec(new Sigmoid(x, out));
    }

    @Override
    void first(INDArray x, INDArray out, INDArray scratch) {
      Nd4j.exec(new Sigmoid(x, out));
      out.rsubi(1, scratch);
      out.muli(scratch);
    }

    @Override
    void second(INDArray x, INDArray out, INDArray scratch) {
      // σ(1 − σ)(1 − 2σ)
      Nd4j.exec(new Sigmoid(x, out));
      out.muli(-2, scratch).addi(1).muli(out);
      out.rsubi(1).muli(scratch);
    }
  },

  /** tanh(x). */
  TANH {
    @Override
    void value(INDArray x, INDArray out) {
      Nd4j.exec(new Tanh(x, out));
    }

    @Override
    void first(INDArray x, INDArray out, INDArray scratch) {
      Nd4j.exec(new Tanh(x, out));
      out.muli(out).rsubi(1);
    }

    @Override
    void second(INDArray x, INDArray out, INDArray scratch) {
      // −2 tanh(x)(1 − tanh²(x))
      Nd4j.exec(new Tanh(x, out));
      out.muli(out, scratch).rsubi(1);
      out.muli(scratch).muli(-2);
    }
  },

  /**
   * 1 / (√(x + 10⁻⁸) + 1), which turns a difference of positions with squared length x into a
   * direction whose length grows to one: the normalisation with C = 1.
   */
  DIRECTION {
    @Override
    void value(INDArray x, INDArray out) {
      distance(x, out);
      out.addi(1).rdivi(1);
    }

    @Override
    void first(INDArray x, INDArray out, INDArray scratch) {
      // with q the distance and s the value: −s² / (2q)
      value(x, out);
      distance(x, scratch);
      out.muli(out).divi(scratch).muli(-0.5);
    }

    @Override
    void second(INDArray x, INDArray out, INDArray scratch) {
      // s³ / (2q²) + s² / (4q³) = s² · (s + 1 / (2q)) / (2q²), and s = 1 / (q + 1)
      distance(x, scratch);
      scratch.rdivi(0.5, out);
      scratch.addi(1).rdivi(1);
      out.addi(scratch).muli(scratch).muli(scratch).muli(0.5);
      x.addi(SMALLEST_SQUARE, scratch);
      out.divi(scratch);
    }
  };

  private static final double SMALLEST_SQUARE = 1e-8;

  abstract void value(INDArray x, INDArray out);

  abstract void first(INDArray x, INDArray out, INDArray scratch);

  abstract void second(INDArray x, INDArray out, INDArray scratch);

  private static void distance(INDArray squares, INDArray out) {
    squares.addi(SMALLEST_SQUARE, out);
    Nd4j.exec(new Sqrt(out, out));
  }
}
