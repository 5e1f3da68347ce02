package org.enf.core.ode;

import java.util.Arrays;

/**
 * The states of the members of an ensemble on the heap in double precision, each in one or more
 * parts: for example the atoms of each molecule, and its log-determinant.
 *
 * <p>An array holds one part of all members, one below the other.
 */
public final class EnsembleState {
  private final double[][] parts;
  private final int[][] offsets;

  /**
   * A state of these arrays, which it takes over.
   *
   * @param offsets for each part where each member begins, and the end
   * @throws IllegalArgumentException if the offsets do not fit the parts
   */
  public EnsembleState(double[][] parts, int[][] offsets) {
    if (parts.length != offsets.length || parts.length == 0) {
      throw new IllegalArgumentException(
          "each part needs its offsets: " + parts.length + " parts, " + offsets.length);
    }
    for (int p = 0; p < parts.length; p++) {
      if (offsets[p].length != offsets[0].length
          || offsets[p][offsets[p].length - 1] != parts[p].length) {
        throw new IllegalArgumentException("the offsets of part " + p + " do not fit");
      }
    }
    this.parts = parts.clone();
    this.offsets = offsets.clone();
  }

  /** The number of members. */
  public int members() {
    return offsets[0].length - 1;
  }

  /** The number of parts of each member. */
  public int parts() {
    return parts.length;
  }

  /** One part of all members, one below the other. */
  public double[] part(int part) {
    return parts[part];
  }

  /** Where a member begins in a part. */
  public int offset(int part, int member) {
    return offsets[part][member];
  }

  /** A new state of the same form, all zero. */
  EnsembleState sibling() {
    double[][] zeros = new double[parts.length][];
    for (int p = 0; p < zeros.length; p++) {
      zeros[p] = new double[parts[p].length];
    }
    return new EnsembleState(zeros, offsets);
  }

  /** A copy of some members. */
  EnsembleState select(int[] members) {
    int[][] begins = new int[parts.length][members.length + 1];
    double[][] copies = new double[parts.length][];
    for (int p = 0; p < parts.length; p++) {
      for (int m = 0; m < members.length; m++) {
        begins[p][m + 1] = begins[p][m] + length(p, members[m]);
      }
      copies[p] = new double[begins[p][members.length]];
      for (int m = 0; m < members.length; m++) {
        System.arraycopy(
            parts[p], offsets[p][members[m]], copies[p], begins[p][m], length(p, members[m]));
      }
    }
    return new EnsembleState(copies, begins);
  }

  private int length(int part, int member) {
    return offsets[part][member + 1] - offsets[part][member];
  }

  /** Overwrites a member by one of another state. */
  void setMember(int member, EnsembleState source, int sourceMember) {
    for (int p = 0; p < parts.length; p++) {
      System.arraycopy(
          source.parts[p],
          source.offsets[p][sourceMember],
          parts[p],
          offsets[p][member],
          length(p, member));
    }
  }

  /** Overwrites a member by the state within one of its steps. */
  void setMember(int member, DenseStep step, double t) {
    for (int p = 0; p < parts.length; p++) {
      double[] state = step.state(t, p);
      System.arraycopy(state, 0, parts[p], offsets[p][member], state.length);
    }
  }

  /** Copies all members of a state of the same form. */
  void set(EnsembleState source) {
    for (int m = 0; m < members(); m++) {
      setMember(m, source, m);
    }
  }

  /** Sets all elements to one value. */
  void fill(double value) {
    for (double[] part : parts) {
      Arrays.fill(part, value);
    }
  }

  /** Sets each member to {@code y + length · Σ weightᵢ slopeᵢ}, its own length each. */
  void setSum(EnsembleState y, double[] lengths, double[] weights, EnsembleState[] slopes) {
    for (int p = 0; p < parts.length; p++) {
      double[] target = parts[p];
      Arrays.fill(target, 0);
      for (int i = 0; i < weights.length; i++) {
        if (weights[i] != 0) {
          double[] slope = slopes[i].parts[p];
          for (int k = 0; k < target.length; k++) {
            target[k] += weights[i] * slope[k];
          }
        }
      }
      double[] start = y.parts[p];
      for (int m = 0; m < members(); m++) {
        for (int k = offsets[p][m]; k < offsets[p][m + 1]; k++) {
          target[k] = start[k] + lengths[m] * target[k];
        }
      }
    }
  }

  /**
   * The largest, over the parts, root mean square of {@code factor · (error − other)} of a member
   * in units of {@code atol + rtol · max(|before|, |after|)}.
   *
   * @param other null for none
   */
  static double weightedNorm(
      int member,
      double factor,
      EnsembleState error,
      EnsembleState other,
      EnsembleState before,
      EnsembleState after,
      Tolerance tolerance) {
    double largest = 0;
    for (int p = 0; p < error.parts.length; p++) {
      double squares = 0;
      for (int k = error.offsets[p][member]; k < error.offsets[p][member + 1]; k++) {
        double size = Math.max(Math.abs(before.parts[p][k]), Math.abs(after.parts[p][k]));
        double difference = error.parts[p][k] - (other == null ? 0 : other.parts[p][k]);
        double weighted =
            factor * difference / (tolerance.absolute() + tolerance.relative() * size);
        squares += weighted * weighted;
      }
      // Math.max keeps NaN, so that a broken part is seen
      largest = Math.max(largest, Math.sqrt(squares / Math.max(1, error.length(p, member))));
    }
    return largest;
  }

  /** Whether all numbers of a member are. */
  boolean isFinite(int member) {
    for (int p = 0; p < parts.length; p++) {
      for (int k = offsets[p][member]; k < offsets[p][member + 1]; k++) {
        if (!Double.isFinite(parts[p][k])) {
          return false;
        }
      }
    }
    return true;
  }
}
