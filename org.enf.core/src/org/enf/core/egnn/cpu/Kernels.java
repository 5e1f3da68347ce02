package org.enf.core.egnn.cpu;

import java.util.OptionalInt;
import jdk.incubator.vector.FloatVector;

/**
 * The inner loops of the engine; an instance belongs to one thread.
 *
 * @param matrices products of matrices
 * @param activations what is done element by element
 * @param messages what is done along edges forwards
 * @param reverse what is done along edges on the way back
 */
record Kernels(
    MatrixKernels matrices,
    ActivationKernels activations,
    MessageKernels messages,
    ReverseKernels reverse) {
  /** Which kernels there are. */
  enum Kind {
    /** Those of the Vector API ({@code jdk.incubator.vector}). */
    VECTOR {
      @Override
      Kernels create() {
        return new Kernels(
            new VectorMatrixKernels(),
            new VectorActivationKernels(),
            new VectorMessageKernels(),
            new VectorReverseKernels());
      }

      @Override
      OptionalInt vectorBits() {
        return OptionalInt.of(FloatVector.SPECIES_PREFERRED.vectorBitSize());
      }

      @Override
      String description() {
        return "Vector API, " + vectorBits().getAsInt() + " bits";
      }
    },
    /** Plain loops, for a JVM without the Vector API. */
    PLAIN {
      @Override
      Kernels create() {
        return new Kernels(
            new PlainMatrixKernels(),
            new PlainActivationKernels(),
            new PlainMessageKernels(),
            new PlainReverseKernels());
      }

      @Override
      OptionalInt vectorBits() {
        return OptionalInt.empty();
      }

      @Override
      String description() {
        return "plain Java; faster with the JVM option --add-modules jdk.incubator.vector";
      }
    };

    private static final String VECTOR_CLASS = "jdk.incubator.vector.FloatVector";

    abstract Kernels create();

    /** The width of a vector, if they compute with vectors. */
    abstract OptionalInt vectorBits();

    /** For the log: how the loops are computed. */
    abstract String description();

    /** The fastest kind that this JVM has. */
    static Kind best() {
      try {
        Class.forName(VECTOR_CLASS, false, Kernels.class.getClassLoader());
        return VECTOR;
      } catch (ClassNotFoundException e) {
        return PLAIN;
      }
    }
  }
}
