package org.enf.core.dequantization;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.flow.ActNorm.PositionFreedom;
import org.enf.core.molecule.AtomTypes;
import org.junit.Test;

/** The parts of a flow of molecules must fit each other. */
public class EnfSettingsTest {
  private static final EgnnSettings DYNAMICS = EgnnSettings.dynamics(3, 4, 2, 5);
  private static final EgnnSettings DEQUANTIZER = EgnnSettings.dequantizer(3, 4, 2, 5);

  private static void refused(String words, EgnnSettings dynamics, EgnnSettings dequantizer) {
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class,
            () -> new EnfSettings(TinyEnf.TYPES, dynamics, dequantizer, PositionFreedom.ZERO_MEAN));
    assertTrue(error.getMessage(), error.getMessage().contains(words));
  }

  @Test
  public void partsThatDoNotFitAreRefused() {
    refused("3 dimensions", EgnnSettings.dynamics(2, 4, 2, 5), DEQUANTIZER);
    refused("3 dimensions", DYNAMICS, EgnnSettings.dequantizer(2, 4, 2, 5));
    refused(
        "3 types has 4 features in and out, not 6 and 6",
        EgnnSettings.dynamics(3, 6, 2, 5),
        DEQUANTIZER);
    refused("maps 4 features to 8", DYNAMICS, EgnnSettings.dequantizer(3, 5, 2, 5));
  }

  @Test
  public void thePapersSystemHasThePapersCounts() {
    EnfSettings paper = EnfSettings.paper(AtomTypes.QM9, 6, 64);
    int timeOutput = 64 + 1;
    assertEquals(176_474, paper.dynamicsParameters() + paper.actNormParameters() + timeOutput);
    assertEquals(117_708, paper.dequantizerParameters());
    assertEquals(176_474 - timeOutput + 117_708, paper.parameterCount());
    assertEquals(6, paper.features());
    assertEquals(PositionFreedom.ZERO_MEAN, paper.freedom());
  }

  @Test
  public void freshParametersComeFromTheSeedAndLeaveTheActNormForTheData() {
    double[] all = TinyEnf.SETTINGS.initialise(new Random(1));
    assertArrayEquals(all, TinyEnf.SETTINGS.initialise(new Random(1)), 0);
    int first = TinyEnf.SETTINGS.dynamicsParameters();
    int second = first + TinyEnf.SETTINGS.actNormParameters();
    assertTrue(Arrays.stream(all, first, second).allMatch(p -> p == 0));
    assertTrue(Arrays.stream(all, 0, first).noneMatch(p -> p == 0));
    assertTrue(Arrays.stream(all, second, all.length).noneMatch(p -> p == 0));
  }
}
