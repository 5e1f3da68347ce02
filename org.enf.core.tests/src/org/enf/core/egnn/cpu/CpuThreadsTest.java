package org.enf.core.egnn.cpu;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Random;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.NetworkSettings;
import org.enf.core.testing.ArrayNetwork;
import org.enf.core.testing.Closeness;
import org.junit.Test;

/**
 * What the number of threads, and the memory that a block may take, have to do with the results.
 */
public final class CpuThreadsTest {
  private static final NetworkSettings SETTINGS = EgnnSettings.dynamics(3, 1, 2, 21);

  /** Enough for several blocks a thread, of unequal sizes. */
  private static final RandomCase CASE =
      RandomCase.of(SETTINGS, new BatchShape(18, 17, 19, 3, 1, 14, 9, 18, 5), new Random(4));

  private static List<double[]> answers(int threads) {
    try (CpuEngine engine = new CpuEngine(threads);
        ArrayNetwork network = new ArrayNetwork(engine, SETTINGS, CASE.parameters())) {
      return answers(network);
    }
  }

  private static List<double[]> answers(ArrayNetwork network) {
    RandomCase c = CASE;
    ArrayNetwork.Product product = network.jvp(c.shape(), c.time(), c.input(), c.tangent());
    ArrayNetwork.Gradient gradient =
        network.reverse(
            c.shape(), c.time(), c.input(), c.tangent(), c.outputCotangent(), c.tangentCotangent());
    return List.of(
        network.value(c.shape(), c.time(), c.input()),
        product.value(),
        product.tangent(),
        gradient.input(),
        gradient.parameters(),
        network.trace(c.shape(), c.time(), c.input()).tangent());
  }

  @Test
  public void sameNumberOfThreadsGivesTheSameBits() {
    for (int threads : new int[] {1, 2, 3}) {
      List<double[]> first = answers(threads);
      List<double[]> second = answers(threads);
      for (int k = 0; k < first.size(); k++) {
        assertArrayEquals(threads + " threads, answer " + k, first.get(k), second.get(k), 0);
      }
    }
  }

  @Test
  public void otherNumbersOfThreadsDifferByRoundingOnly() {
    List<double[]> one = answers(1);
    for (int threads : new int[] {2, 5}) {
      List<double[]> several = answers(threads);
      for (int k = 0; k < one.size(); k++) {
        Closeness.assertClose(threads + " threads, answer " + k, one.get(k), several.get(k), 1e-5);
      }
    }
  }

  @Test
  public void moreThreadsThanMoleculesDoNoHarm() {
    RandomCase c = RandomCase.of(SETTINGS, new BatchShape(4, 3), new Random(5));
    try (CpuEngine one = new CpuEngine(1);
        CpuEngine many = new CpuEngine(7);
        ArrayNetwork expected = new ArrayNetwork(one, SETTINGS, c.parameters());
        ArrayNetwork network = new ArrayNetwork(many, SETTINGS, c.parameters())) {
      Closeness.assertClose(
          "value",
          expected.value(c.shape(), c.time(), c.input()),
          network.value(c.shape(), c.time(), c.input()),
          1e-6);
    }
  }

  @Test
  public void edgesThatAreNotKeptAreComputedAgain() {
    for (Kernels.Kind kind : List.of(Kernels.Kind.best(), Kernels.Kind.PLAIN)) {
      try (CpuEngine engine = new CpuEngine(1, kind);
          Team team = new Team(1);
          ArrayNetwork keeping = new ArrayNetwork(engine, SETTINGS, CASE.parameters());
          ArrayNetwork forgetting =
              new ArrayNetwork(
                  engine, new CpuNetwork(SETTINGS, kind, team, 0), CASE.parameters())) {
        List<double[]> expected = answers(keeping);
        List<double[]> found = answers(forgetting);
        assertEquals(expected.size(), found.size());
        for (int k = 0; k < expected.size(); k++) {
          assertArrayEquals(kind + ", answer " + k, expected.get(k), found.get(k), 0);
        }
      }
    }
  }
}
