package org.enf.core.scoring;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.Test;

public class ScoreReportTest {
  private static final Bootstrap BOOTSTRAP = Bootstrap.withSeed(4);

  @Test
  public void jsonHoldsRatiosWithTheirCounts() {
    JsonNode json = ScoreJson.tree(mixed());
    assertEquals(0.5, json.at("/moleculeStability/value").asDouble(), 0);
    assertEquals(2, json.at("/moleculeStability/numerator").asInt());
    assertEquals(4, json.at("/moleculeStability/denominator").asInt());
    assertEquals(0.95, json.at("/moleculeStability/interval/level").asDouble(), 0);
    assertTrue(
        json.at("/atomStability/interval/low").asDouble()
            < json.at("/atomStability/interval/high").asDouble());
    assertEquals(0.5, json.at("/atomStabilityByElement/O/value").asDouble(), 0);
    assertEquals(1, json.at("/molecules/notJudged").asInt());
    assertEquals(1, json.at("/molecules/notJudgedByElement/Cl").asInt());
    assertEquals(1, json.at("/novelty/numerator").asInt());
    assertTrue(json.at("/convention/bonds").asText().contains("H-H 74"));
  }

  @Test
  public void jsonOfNothingIsNullNotNaN() {
    JsonNode json = ScoreJson.tree(new MoleculeScorer(BOOTSTRAP).score());
    assertTrue(json.at("/moleculeStability/value").isNull());
    assertTrue(json.at("/moleculeStability/interval").isNull());
    assertTrue(json.at("/uniqueness/value").isNull());
    assertTrue(json.at("/novelty").isNull());
    assertEquals(0, json.at("/molecules/judged").asInt());
    assertFalse(json.toString().contains("NaN"));
  }

  @Test
  public void textHoldsEveryFigureAndTheConvention() {
    List<String> lines = ScoreText.lines(mixed());
    assertLine(lines, "judged molecules                4");
    assertLine(lines, "not judged                      1  elements outside the tables: Cl 1");
    assertStart(lines, "stable molecules          50.00 %  2 of 4, 95 % interval ");
    assertLine(lines, "  stable O atoms          50.00 %  1 of 2");
    assertLine(lines, "connected molecules       75.00 %  3 of 4");
    assertLine(lines, "valid of stable          100.00 %  2 of 2");
    assertLine(lines, "novel of valid            50.00 %  1 of 2");
    String whole = String.join(" ", lines).replaceAll(" +", " ");
    for (String text : mixed().convention().entries().values()) {
      assertTrue(text, whole.contains(text));
    }
    assertTrue(lines.stream().allMatch(line -> line.length() <= 96));
  }

  @Test
  public void textOfNothingShowsADash() {
    List<String> lines = ScoreText.lines(new MoleculeScorer(BOOTSTRAP).score());
    assertLine(lines, "stable molecules                –  0 of 0");
    assertLine(lines, "novel of valid                  –  no training set given");
  }

  private static Score mixed() {
    TrainingMolecules.Builder training = new TrainingMolecules.Builder();
    training.add(TinyMolecules.water());
    MoleculeScorer scorer = new MoleculeScorer(BOOTSTRAP, training.build());
    scorer.add(TinyMolecules.water());
    scorer.add(TinyMolecules.twoHydrogens());
    scorer.add(TinyMolecules.hydroxyl());
    scorer.add(TinyMolecules.fluorine());
    scorer.add(TinyMolecules.hydrogenChloride());
    return scorer.score();
  }

  private static void assertLine(List<String> lines, String expected) {
    assertTrue(expected + "\nis missing in\n" + String.join("\n", lines), lines.contains(expected));
  }

  private static void assertStart(List<String> lines, String expected) {
    assertTrue(
        expected + "\nis missing in\n" + String.join("\n", lines),
        lines.stream().anyMatch(line -> line.startsWith(expected)));
  }
}
