package org.enf.knime.view;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.After;
import org.junit.Test;

/** What holds for molecules in 3D, whatever draws them. */
public abstract class MoleculeDrawingContract {
  /** Whether all molecules of the first page are drawn. */
  static final String DRAWN = "document.querySelector('.gallery')?.dataset.drawn === '12'";

  /** How many colours each card shows; an empty one shows one. */
  private static final String COLOURS =
      "[...document.querySelectorAll('.gallery .stage canvas')].map(from => {"
          + " const to = document.createElement('canvas'); to.width = 60; to.height = 48;"
          + " const pen = to.getContext('2d'); pen.drawImage(from, 0, 0, 60, 48);"
          + " return new Set(new Uint32Array(pen.getImageData(0, 0, 60, 48).data.buffer)).size; })";

  private static final String PICTURE =
      "document.querySelector('.gallery .stage canvas').toDataURL()";

  private final Browser browser;
  private final String renderer;
  private BrowserPage page;

  MoleculeDrawingContract(Browser browser, String renderer) {
    this.browser = browser;
    this.renderer = renderer;
  }

  final BrowserPage open(JsonNode data) throws IOException {
    page = browser.open(ViewPage.MOLECULES, data);
    return page;
  }

  @After
  public final void nothingWentWrong() {
    assertEquals(List.of(), page.complaints());
  }

  @Test
  public void eachMoleculeIsDrawn() throws IOException {
    open(SampleData.molecules());
    page.await(DRAWN);
    assertEquals(
        renderer, page.evaluate("document.querySelector('.gallery').dataset.renderer").asText());
    JsonNode colours = page.evaluate(COLOURS);
    assertEquals(12, colours.size());
    colours.forEach(count -> assertTrue(colours.toString(), count.asInt() > 50));
    page.screenshot("molecules-" + renderer, true);
  }

  @Test
  public void moleculesRotateUntilTheyAreStopped() throws IOException {
    page = browser.page();
    page.likeMotion();
    browser.open(page, ViewPage.MOLECULES, SampleData.molecules());
    page.await(DRAWN);
    page.await(PICTURE + " !== " + page.evaluate(PICTURE));
    page.evaluate("document.querySelectorAll('.toolbar input')[1].click()");
    JsonNode stopped = page.evaluate(PICTURE);
    page.pause(1000);
    assertEquals(stopped, page.evaluate(PICTURE));
  }

  @Test
  public void arrowKeysTurnTheEnlargedMolecule() throws IOException {
    open(SampleData.molecules());
    page.click(".gallery button");
    String picture = "document.querySelector('.enlarged-stage canvas').toDataURL()";
    JsonNode before = page.evaluate(picture);
    page.press("ArrowRight");
    JsonNode turned = page.evaluate(picture);
    assertNotEquals(before, turned);
    page.press("+");
    assertNotEquals(turned, page.evaluate(picture));
  }

  @Test
  public void lookOfTheEnlargedMoleculeCanBeChosen() throws IOException {
    open(SampleData.molecules());
    page.click(".gallery button");
    String picture = "document.querySelector('.enlarged-stage canvas').toDataURL()";
    JsonNode balls = page.evaluate(picture);
    choose("spheres");
    JsonNode spheres = page.evaluate(picture);
    assertNotEquals(balls, spheres);
    assertTrue(page.evaluate("document.querySelector('dialog input').disabled").asBoolean());
    choose("sticks");
    JsonNode sticks = page.evaluate(picture);
    assertNotEquals(spheres, sticks);
    page.click("dialog input");
    assertNotEquals(sticks, page.evaluate(picture));
    page.screenshot("molecules-enlarged-" + renderer, false);
  }

  private void choose(String look) {
    page.evaluate(
        "(s => { s.value = '"
            + look
            + "'; s.dispatchEvent(new Event('change')); })"
            + "(document.querySelector('dialog select'))");
  }

  @Test
  public void moleculesStandStillForReadersWhoLikeThatBetter() throws IOException {
    open(SampleData.molecules());
    page.await(DRAWN);
    JsonNode before = page.evaluate(PICTURE);
    page.pause(1000);
    assertEquals(before, page.evaluate(PICTURE));
    page.evaluate("document.querySelectorAll('.toolbar input')[1].click()");
    page.await(PICTURE + " !== " + before);
  }
}
