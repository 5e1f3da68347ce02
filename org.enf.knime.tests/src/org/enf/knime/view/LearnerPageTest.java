package org.enf.knime.view;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.junit.After;
import org.junit.ClassRule;
import org.junit.Test;

/** The page of a training run in a real browser. */
public class LearnerPageTest {
  private static final String CURVE = "document.querySelector('.plot canvas').toDataURL()";

  @ClassRule public static final Browser BROWSER = Browser.withoutGraphicsCard();

  private BrowserPage page;

  @After
  public void nothingWentWrong() {
    assertEquals(List.of(), page.complaints());
  }

  private void open(ObjectNode data) throws IOException {
    page = BROWSER.open(ViewPage.LEARNER, data);
  }

  @Test
  public void summaryAndCurvesAreThere() throws IOException {
    open(SampleData.learner());
    assertEquals("Training of qm9.enf", page.text("h1"));
    assertEquals(
        List.of("Objective", "Steps", "Epochs", "Time", "Ended by", "Weights"),
        page.texts(".tile dt"));
    assertEquals(
        List.of("Training loss", "Validation", "Stability of molecules drawn during training"),
        page.texts("figcaption"));
    assertEquals(3, page.count(".plot canvas"));
  }

  @Test
  public void unitsStandAboveTheAxes() throws IOException {
    open(SampleData.learner());
    assertEquals(
        List.of(
            "Loss (nats a molecule)", "Negative log-likelihood (nats a molecule)", "Stable (%)"),
        page.texts(".y-label"));
  }

  @Test
  public void bestValidationIsNamed() throws IOException {
    open(
        (ObjectNode)
            SampleData.parse(
                "{\"validation\": {\"step\": [10, 20, 30], \"nll\": [5.5, -51.234, -50]}}"));
    assertEquals(List.of("Best: −51.23 at step 20. Less is better."), page.texts(".plot .note"));
  }

  @Test
  public void outliersAreCountedAndCanBeShown() throws IOException {
    ObjectNode data = (ObjectNode) SampleData.parse("{}");
    ObjectNode training = data.putObject("training");
    for (int i = 0; i < 400; i++) {
      training.withArray("step").add(i);
      training.withArray("loss").add(i % 150 == 149 ? 999 : i % 7);
    }
    open(data);
    assertEquals("2 values lie outside the axis.", page.text(".plot .note"));
    Object before = page.evaluate(CURVE);
    page.click("input[type=checkbox]");
    assertEquals("", page.text(".plot .note"));
    assertNotEquals(before, page.evaluate(CURVE));
  }

  @Test
  public void smoothingCanBeChanged() throws IOException {
    open(SampleData.learner());
    Object before = page.evaluate(CURVE);
    page.evaluate(
        "(s => { s.value = 0; s.dispatchEvent(new Event('input', {bubbles: true})); })"
            + "(document.querySelector('input[type=range]'))");
    assertEquals("off", page.text("output"));
    assertNotEquals(before, page.evaluate(CURVE));
  }

  @Test
  public void smoothedCurveIsTheMeanOfNeighbours() throws IOException {
    open(SampleData.learner());
    assertEquals(
        "1.50 1.67 2.50 3.33 4.00 4.00",
        page.evaluate(
                "enf.curves.smooth([1, 2, null, 'NaN', 4, 4], 3).map(v => v.toFixed(2)).join(' ')")
            .asText());
  }

  @Test
  public void aTableHoldsTheValues() throws IOException {
    open(
        (ObjectNode)
            SampleData.parse(
                "{\"training\": {\"step\": [10, 20, 30], \"loss\": [2, null, \"NaN\"]}}"));
    page.click("summary");
    page.await("document.querySelectorAll('.values tbody tr').length === 3");
    assertEquals(
        List.of("10", "2", "2", "20", "–", "–", "30", "–", "–"),
        page.texts(".values tbody th, .values tbody td"));
  }

  @Test
  public void runWithoutAStepSaysSo() throws IOException {
    open((ObjectNode) SampleData.parse("{}"));
    assertEquals("Training run", page.text("h1"));
    assertTrue(page.text("main").contains("The run recorded no step."));
    assertEquals(0, page.count(".plot"));
  }

  @Test
  public void runWithoutAnyNumberHasNoCurve() throws IOException {
    open(
        (ObjectNode)
            SampleData.parse(
                "{\"training\": {\"step\": [1, 2], \"loss\": [null, \"Infinity\"]},"
                    + " \"checks\": {\"step\": [1], \"stableAtoms\": null}}"));
    assertEquals(List.of("No values.", "No values."), page.texts(".empty"));
  }

  @Test
  public void looksRightInEachWindow() throws IOException {
    BROWSER.look(
        ViewPage.LEARNER, SampleData.learner(), "document.querySelectorAll('canvas').length === 3");
    open(SampleData.learner());
  }
}
