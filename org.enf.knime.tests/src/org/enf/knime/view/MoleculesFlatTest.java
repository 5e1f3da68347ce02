package org.enf.knime.view;

import org.junit.ClassRule;

/** Molecules on a flat canvas, where no graphics card does WebGL. */
public class MoleculesFlatTest extends MoleculeDrawingContract {
  @ClassRule public static final Browser BROWSER = Browser.withoutGraphicsCard();

  public MoleculesFlatTest() {
    super(BROWSER, "canvas");
  }
}
