package org.enf.knime.view;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.After;
import org.junit.ClassRule;
import org.junit.Test;

/** The page of molecules in a real browser. */
public class MoleculesPageTest {
  @ClassRule public static final Browser BROWSER = Browser.withoutGraphicsCard();

  private BrowserPage page;

  @After
  public void nothingWentWrong() {
    assertEquals(List.of(), page.complaints());
  }

  private void open(JsonNode data) throws IOException {
    page = BROWSER.open(ViewPage.MOLECULES, data);
  }

  private void awaitMolecules(int count) {
    page.await("document.querySelector('.gallery').dataset.drawn === '" + count + "'");
  }

  @Test
  public void figuresAndDistributionsAreThere() throws IOException {
    open(SampleData.molecules());
    assertEquals("Molecules drawn from builtin:qm9", page.text("h1"));
    assertEquals("7 of 40, 95 % interval 7.5 to 30.0 %", page.texts(".tile .hint").get(0));
    assertEquals("–", page.texts(".tile .value").get(5));
    assertEquals(
        List.of("Number of atoms", "Elements", "Distances between atoms"),
        page.texts("figcaption"));
    assertEquals(3, page.count(".plot canvas"));
  }

  @Test
  public void twelveMoleculesAPageStandInTheOrderOfTheTable() throws IOException {
    open(SampleData.molecules());
    assertEquals(
        IntStream.range(0, 12).mapToObj(i -> "Row" + i).toList(), page.texts(".gallery .id"));
    assertEquals("1–12 of 30", page.text(".where"));
    awaitMolecules(12);
    assertEquals(List.of(), page.texts(".gallery .missing"));
    page.click("[aria-label='Last page']");
    assertEquals(
        IntStream.range(24, 30).mapToObj(i -> "Row" + i).toList(), page.texts(".gallery .id"));
    page.click("[aria-label='Previous page']");
    assertEquals("13–24 of 30", page.text(".where"));
  }

  @Test
  public void stableOnlyLeavesTheStableOnes() throws IOException {
    open(SampleData.molecules());
    page.click(".toolbar input");
    assertEquals(List.of("Row2", "Row10", "Row12", "Row19", "Row22"), page.texts(".gallery .id"));
    assertEquals("1–5 of 5", page.text(".where"));
    assertTrue(page.texts(".badge").stream().allMatch("✓ stable"::equals));
    page.click(".toolbar input");
    assertEquals("1–12 of 30", page.text(".where"));
  }

  @Test
  public void moleculesThatNobodyJudgedHaveNoFilter() throws IOException {
    ObjectNode data = SampleData.molecules();
    data.get("molecules").forEach(molecule -> ((ObjectNode) molecule).putNull("stable"));
    open(data);
    assertEquals(List.of("Rotate"), page.texts(".toolbar label"));
    assertEquals(0, page.count(".badge"));
  }

  @Test
  public void noneStableSaysSo() throws IOException {
    ObjectNode data = SampleData.molecules();
    data.get("molecules").forEach(molecule -> ((ObjectNode) molecule).put("stable", false));
    open(data);
    page.click(".toolbar input");
    assertEquals("none", page.text(".where"));
    assertTrue(page.text("main").contains("No molecule of these is stable."));
  }

  @Test
  public void enterEnlargesAndEscapeGoesBackToTheMolecule() throws IOException {
    open(SampleData.molecules());
    awaitMolecules(12);
    page.evaluate("document.querySelectorAll('.gallery button')[2].focus()");
    page.press("Enter");
    page.await("document.querySelector('dialog').open");
    assertEquals("Row2", page.text("dialog h2"));
    assertEquals("enlarged-stage", page.evaluate("document.activeElement.className").asText());
    page.press("Escape");
    page.await("!document.querySelector('dialog').open");
    assertEquals(
        "Row2", page.evaluate("document.activeElement.querySelector('.id').innerText").asText());
  }

  @Test
  public void nextLeadsOnToTheFollowingPage() throws IOException {
    open(SampleData.molecules());
    page.click(".gallery li:nth-child(12) button");
    assertEquals("Row11", page.text("dialog h2"));
    page.evaluate("document.querySelectorAll('dialog .controls button')[1].click()");
    assertEquals("Row12", page.text("dialog h2"));
    page.click("dialog header button");
    page.await("!document.querySelector('dialog').open");
    assertEquals("13–24 of 30", page.text(".where"));
  }

  @Test
  public void firstMoleculeHasNoPreviousOne() throws IOException {
    open(SampleData.molecules());
    page.click(".gallery button");
    assertEquals(
        SampleData.parse("[true, false]"),
        page.evaluate(
            "[...document.querySelectorAll('dialog .controls button')].map(b => b.disabled)"));
  }

  @Test
  public void aThousandMoleculesHaveTheirPages() throws IOException {
    open(SampleData.molecules(1000));
    assertTrue(page.text("section .note").startsWith("The first 1,000 of 10,000 molecules"));
    page.click("[aria-label='Last page']");
    assertEquals("997–1,000 of 1,000", page.text(".where"));
    assertEquals(List.of("Row996", "Row997", "Row998", "Row999"), page.texts(".gallery .id"));
    awaitMolecules(12);
  }

  @Test
  public void markupInNamesStaysText() throws IOException {
    String name = "</script><script>alert(1)</script><img src=x onerror=alert(2)>";
    ObjectNode data = SampleData.molecules();
    ((ObjectNode) data.get("molecules").get(0)).put("id", name).put("caption", name);
    ((ObjectNode) data.get("figures").get(0)).put("label", name).put("hint", name);
    open(data);
    assertEquals(name, page.text(".gallery .id"));
    assertEquals(name, page.text(".gallery .formula"));
    assertEquals(name, page.text(".tile dt"));
    page.click(".gallery button");
    assertEquals(name, page.text("dialog h2"));
    assertEquals(0, page.count("img"));
  }

  @Test
  public void moleculesWithoutAStructureSaySo() throws IOException {
    ObjectNode data = SampleData.molecules();
    ArrayNode molecules = (ArrayNode) data.get("molecules");
    ((ObjectNode) molecules.get(0)).putNull("sdf");
    ((ObjectNode) molecules.get(1)).put("sdf", "no molecule\n\n\n999999\n");
    String sdf = molecules.get(2).get("sdf").asText();
    ((ObjectNode) molecules.get(2)).put("sdf", sdf.substring(0, sdf.length() / 2));
    ((ObjectNode) molecules.get(3)).remove("sdf");
    molecules.set(4, SampleData.parse("null"));
    open(data);
    awaitMolecules(12);
    assertEquals(5, page.texts(".gallery .missing").size());
    assertEquals("Molecule 5", page.texts(".gallery .id").get(4));
    page.click(".gallery button");
    assertEquals(List.of("No 3D structure."), page.texts(".enlarged-missing"));
  }

  @Test
  public void bothKindsOfMolFilesAreRead() throws IOException {
    open(SampleData.molecules());
    String atoms = "M  V30 BEGIN ATOM\nM  V30 1 C 0 0 0 0\nM  V30 2 O 0 0 1.2 0\nM  V30 END ATOM\n";
    String bonds = "M  V30 BEGIN BOND\nM  V30 1 2 1 2\nM  V30 END BOND\n";
    String file = "\n\n\n  0  0  0     0  0            999 V3000\n" + atoms + bonds + "M  END\n";
    assertEquals(
        SampleData.parse(
            "{\"atoms\":[{\"element\":\"C\",\"x\":0,\"y\":0,\"z\":0},"
                + "{\"element\":\"O\",\"x\":0,\"y\":0,\"z\":1.2}],"
                + "\"bonds\":[{\"from\":0,\"to\":1,\"order\":2}]}"),
        page.evaluate("enf.sdf.parse(`" + file + "`)"));
    assertEquals(18, page.evaluate("enf.sdf.parse(" + sdf(0) + ").atoms.length").asInt());
  }

  private static JsonNode sdf(int index) throws IOException {
    return SampleData.molecules().get("molecules").get(index).get("sdf");
  }

  @Test
  public void noMoleculesAtAllAreNoError() throws IOException {
    open(SampleData.parse("{\"molecules\": [], \"figures\": [], \"plots\": [], \"total\": 0}"));
    assertTrue(page.text("main").contains("There are no molecules."));
    assertFalse(page.evaluate("document.querySelector('.gallery')").isObject());
  }
}
