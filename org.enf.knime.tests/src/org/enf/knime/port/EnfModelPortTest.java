package org.enf.knime.port;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import javax.swing.JComponent;
import org.enf.core.dequantization.EnfSettings;
import org.enf.core.model.EnfModel;
import org.enf.core.molecule.AtomTypes;
import org.enf.knime.Models;
import org.enf.knime.builtin.BuiltInFactory;
import org.enf.standin.NodeRun;
import org.enf.standin.SavedNode;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;

/** Models in ports, and in the files of workflows. */
public final class EnfModelPortTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private static EnfModelPortObjectSpec again(EnfModelPortObjectSpec spec) throws Exception {
    ModelContent content = new ModelContent("spec");
    spec.save(content);
    EnfModelPortObjectSpec read = new EnfModelPortObjectSpec();
    read.load(content);
    return read;
  }

  @Test
  public void specIsReadAsItWasSaved() throws Exception {
    EnfModelPortObjectSpec spec = Models.builtIn().getSpec();
    assertEquals(spec, again(spec));
    EnfModelPortObjectSpec untrained =
        EnfModelPortObjectSpec.of(EnfSettings.matching(AtomTypes.QM9, 2, 8));
    assertEquals(untrained, again(untrained));
  }

  @Test
  public void damagedSpecIsRefused() {
    ModelContent content = new ModelContent("spec");
    Models.builtIn().getSpec().save(content);
    content.addStringArray("elements", "H", "Nonsense");
    InvalidSettingsException refused =
        assertThrows(
            InvalidSettingsException.class, () -> new EnfModelPortObjectSpec().load(content));
    assertTrue(refused.getMessage(), refused.getMessage().contains("Nonsense"));
  }

  @Test
  public void modelInASavedWorkflowIsReadBitForBit() throws Exception {
    NodeRun node = NodeRun.of(BuiltInFactory.class);
    EnfModel model = node.execute().object(0, EnfModelPortObject.class).model();
    SavedNode saved = node.save(folder.newFolder().toPath());
    NodeRun loaded = NodeRun.load(BuiltInFactory.class, saved);
    EnfModel read = ((EnfModelPortObject) loaded.outputs().get(0)).model();
    assertArrayEquals(model.parameters(), read.parameters(), 0);
    assertEquals(model.settings(), read.settings());
    assertEquals(model.sizes(), read.sizes());
    assertEquals(model.provenance(), read.provenance());
  }

  @Test
  public void portHasANameAndAColourOfItsOwn() {
    assertEquals("E-NF Model", EnfModelPortObject.TYPE.getName());
    assertEquals(0x7a4fa3, EnfModelPortObject.TYPE.getColor());
  }

  @Test
  public void viewTellsArchitectureProvenanceAndSizes() {
    JComponent[] views = Models.builtIn().getViews();
    assertEquals(1, views.length);
    assertEquals("E-NF model", views[0].getName());
    assertTrue(Models.builtIn().getSummary().contains("3 to 29 atoms"));
  }
}
