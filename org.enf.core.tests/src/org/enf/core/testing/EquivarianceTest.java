package org.enf.core.testing;

import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.enf.core.egnn.BatchShape;
import org.enf.core.testing.Equivariance.BatchFunction;
import org.junit.Test;

/** The assertion of equivariance must find what is not equivariant. */
public class EquivarianceTest {
  private static final BatchShape SHAPE = new BatchShape(3, 1, 4, 4);

  @Test
  public void differencesFromTheCentreAreEquivariant() {
    positionsTo(Layout.directions(2, 0)).holds(EquivarianceTest::centred, 1e-12);
  }

  @Test
  public void absolutePositionsAreCaughtByTranslation() {
    refused(positionsTo(Layout.directions(2, 0)), (shape, in) -> in, "translation");
  }

  @Test
  public void aPreferredAxisIsCaughtByRotation() {
    BatchFunction stretched =
        (shape, in) -> {
          double[] x = centred(shape, in).get(0);
          for (int i = 0; i < x.length; i += 2) {
            x[i] *= 2;
          }
          return List.of(x);
        };
    refused(positionsTo(Layout.directions(2, 0)), stretched, "rotation");
  }

  @Test
  public void handednessIsCaughtByReflection() {
    BatchFunction turnedLeft =
        (shape, in) -> {
          double[] x = centred(shape, in).get(0);
          double[] y = new double[x.length];
          for (int i = 0; i < x.length; i += 2) {
            y[i] = -x[i + 1];
            y[i + 1] = x[i];
          }
          return List.of(y);
        };
    refused(positionsTo(Layout.directions(2, 0)), turnedLeft, "reflection");
  }

  @Test
  public void theOrderOfAtomsIsCaught() {
    BatchFunction fromFirstAtom =
        (shape, in) -> {
          double[] x = in.get(0).clone();
          for (int b = 0; b < shape.molecules(); b++) {
            for (int k = 2 * shape.offset(b + 1) - 1; k >= 2 * shape.offset(b); k--) {
              x[k] -= x[2 * shape.offset(b) + k % 2];
            }
          }
          return List.of(x);
        };
    refused(positionsTo(Layout.directions(2, 0)), fromFirstAtom, "permutation of the atoms");
  }

  @Test
  public void theOrderOfMoleculesIsCaught() {
    BatchFunction sizeTimesPlace =
        (shape, in) -> {
          double[] y = new double[shape.molecules()];
          for (int b = 0; b < y.length; b++) {
            y[b] = shape.size(b) * (b + 1);
          }
          return List.of(y);
        };
    refused(positionsTo(Layout.perMolecule(1)), sizeTimesPlace, "permutation of the molecules");
  }

  @Test
  public void zeroProvesNothing() {
    refused(
        positionsTo(Layout.perMolecule(1)),
        (shape, in) -> List.of(new double[shape.molecules()]),
        "shows nothing");
  }

  private static Equivariance positionsTo(Layout layout) {
    return Equivariance.of(2, SHAPE)
        .input(Layout.positions(2, 0), Normals.of(2 * SHAPE.atoms(), 1))
        .output("result", layout);
  }

  private static void refused(Equivariance assertion, BatchFunction function, String reason) {
    AssertionError error =
        assertThrows(AssertionError.class, () -> assertion.holds(function, 1e-6));
    assertTrue(error.getMessage(), error.getMessage().contains(reason));
  }

  private static List<double[]> centred(BatchShape shape, List<double[]> inputs) {
    double[] x = inputs.get(0).clone();
    for (int b = 0; b < shape.molecules(); b++) {
      for (int axis = 0; axis < 2; axis++) {
        double mean = 0;
        for (int i = shape.offset(b); i < shape.offset(b + 1); i++) {
          mean += x[2 * i + axis] / shape.size(b);
        }
        for (int i = shape.offset(b); i < shape.offset(b + 1); i++) {
          x[2 * i + axis] -= mean;
        }
      }
    }
    return List.of(x);
  }
}
