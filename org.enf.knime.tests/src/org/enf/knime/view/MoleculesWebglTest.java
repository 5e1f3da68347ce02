package org.enf.knime.view;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import org.junit.ClassRule;
import org.junit.Test;

/** Molecules that 3Dmol.js draws by WebGL. */
public class MoleculesWebglTest extends MoleculeDrawingContract {
  @ClassRule public static final Browser BROWSER = Browser.withGraphicsCard();

  public MoleculesWebglTest() {
    super(BROWSER, "webgl");
  }

  @Test
  public void webglInSoftwareIsLeftAlone() throws IOException {
    BrowserPage page = open(SampleData.molecules());
    assertTrue(page.evaluate("enf.webglStage.works()").asBoolean());
    page.evaluate(
        "WebGL2RenderingContext.prototype.getParameter ="
            + " () => 'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device))'");
    assertFalse(page.evaluate("enf.webglStage.works()").asBoolean());
  }

  @Test
  public void looksRightInEachWindow() throws IOException {
    BROWSER.look(ViewPage.MOLECULES, SampleData.molecules(), DRAWN);
    open(SampleData.molecules());
  }
}
