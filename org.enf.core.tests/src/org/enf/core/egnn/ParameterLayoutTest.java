package org.enf.core.egnn;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.enf.core.testing.Closeness;
import org.junit.Test;

/** Names, shapes, numbers and initial values of the parameters are those of the reference. */
public class ParameterLayoutTest {
  private static final ParameterLayout LAYOUT =
      ParameterLayout.of(EgnnSettings.dynamics(3, 6, 2, 64));

  @Test
  public void positionalNetworkHasThePapersCountExceptTheUnusedTimeOutput() {
    ParameterLayout layout = ParameterLayout.of(EgnnSettings.dynamics(2, 0, 3, 32));
    int timeOutput = 32 + 1;
    assertEquals(22_468, layout.length() + timeOutput);
  }

  @Test
  public void moleculeFlowsHaveThePapersCountsExceptTheUnusedTimeOutput() {
    int actNorm = 13;
    assertEquals(176_474, flowParameters(64) + actNorm + 64 + 1);
    assertEquals(696_986, flowParameters(128) + actNorm + 128 + 1);
  }

  private static int flowParameters(int hidden) {
    return ParameterLayout.of(EgnnSettings.dynamics(3, 6, 6, hidden)).length();
  }

  @Test
  public void dequantizerHasThePapersCount() {
    assertEquals(117_708, ParameterLayout.of(EgnnSettings.dequantizer(3, 6, 4, 64)).length());
  }

  @Test
  public void blocksFollowEachOtherWithoutGaps() {
    int end = 0;
    for (Parameter parameter : LAYOUT.parameters()) {
      assertEquals(parameter.name(), end, parameter.offset());
      end += parameter.length();
    }
    assertEquals(LAYOUT.length(), end);
  }

  @Test
  public void hiddenBlocksAreTheSquaresOfTheWeightsBetweenHiddenFeatures() {
    List<HiddenBlock> blocks = LAYOUT.hiddenBlocks();
    assertEquals("seven a layer", 2 * 7, blocks.size());
    Parameter edges = LAYOUT.get("egnn.gcl_1.edge_mlp.0.weight");
    assertTrue(blocks.contains(new HiddenBlock(edges.offset(), 130, 64)));
    assertTrue(blocks.contains(new HiddenBlock(edges.offset() + 64, 130, 64)));
    Parameter coordinates = LAYOUT.get("egnn.gcl_0.coord_mlp.0.weight");
    assertTrue(blocks.contains(new HiddenBlock(coordinates.offset(), 64, 64)));
    int[] times = new int[LAYOUT.length()];
    for (HiddenBlock block : blocks) {
      for (int i = 0; i < block.size(); i++) {
        for (int j = 0; j < block.size(); j++) {
          times[block.row(i) + j]++;
        }
      }
    }
    assertEquals("no element is in two of them", 1, Arrays.stream(times).max().getAsInt());
    assertEquals(14 * 64 * 64, Arrays.stream(times).sum());
    assertEquals("a distance is no hidden feature", 0, times[edges.offset() + 128]);
  }

  @Test
  public void shapesAreOutTimesIn() {
    assertArrayEquals(new int[] {64, 7}, LAYOUT.get("egnn.embedding.weight").shape());
    assertArrayEquals(new int[] {64}, LAYOUT.get("egnn.embedding.bias").shape());
    assertArrayEquals(new int[] {64, 130}, LAYOUT.get("egnn.gcl_1.edge_mlp.0.weight").shape());
    assertArrayEquals(new int[] {1, 64}, LAYOUT.get("egnn.gcl_1.coord_mlp.2.weight").shape());
    assertArrayEquals(new int[] {6, 64}, LAYOUT.get("egnn.embedding_out.weight").shape());
  }

  @Test
  public void coordinateHeadHasNoBias() {
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class, () -> LAYOUT.get("egnn.gcl_0.coord_mlp.2.bias"));
    assertTrue(error.getMessage(), error.getMessage().contains("egnn.gcl_0.coord_mlp.2.bias"));
  }

  @Test
  public void freshParametersFillTheirRangesEvenly() {
    double[] all = LAYOUT.initialise(new Random(1));
    double range = 1 / Math.sqrt(130);
    double[] weights = block(all, "egnn.gcl_0.edge_mlp.0.weight");
    double squares = Arrays.stream(weights).map(w -> w * w).sum() / weights.length;
    assertTrue("within ±1/√in", Closeness.largest(weights) <= range);
    // the variance of a uniform number; 8320 of them give it to about one per cent
    assertEquals(range * range / 3, squares, 0.05 * range * range / 3);
    assertEquals(0, Arrays.stream(weights).average().orElseThrow(), 0.05 * range);
  }

  @Test
  public void freshCoordinateHeadsAreAThousandTimesSmallerThanXavier() {
    double largest =
        Closeness.largest(block(LAYOUT.initialise(new Random(1)), "egnn.gcl_0.coord_mlp.2.weight"));
    double range = 0.001 * Math.sqrt(6.0 / 65);
    assertTrue("at most " + range + ": " + largest, largest <= range);
    assertTrue("most of " + range + ": " + largest, largest > 0.9 * range);
  }

  @Test
  public void theSeedDecidesFreshParameters() {
    double[] first = LAYOUT.initialise(new Random(1));
    assertArrayEquals(first, LAYOUT.initialise(new Random(1)), 0);
    assertNotEquals(first[0], LAYOUT.initialise(new Random(2))[0], 0);
  }

  private static double[] block(double[] all, String name) {
    Parameter parameter = LAYOUT.get(name);
    return Arrays.copyOfRange(all, parameter.offset(), parameter.offset() + parameter.length());
  }
}
