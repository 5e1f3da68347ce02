package org.enf.knime.builtin;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import org.enf.core.model.EnfModel;
import org.enf.knime.Models;
import org.enf.knime.port.EnfModelPortObject;
import org.enf.knime.port.EnfModelPortObjectSpec;
import org.enf.standin.NodeRun;
import org.junit.Test;

/** The node E-NF Built-in Model. */
public final class BuiltInNodeTest {
  @Test
  public void modelOfTheExtensionComesOut() throws Exception {
    EnfModel model =
        NodeRun.of(BuiltInFactory.class).execute().object(0, EnfModelPortObject.class).model();
    assertArrayEquals(Models.builtIn().model().parameters(), model.parameters(), 0);
  }

  @Test
  public void specIsKnownBeforeExecution() throws Exception {
    EnfModelPortObjectSpec spec =
        NodeRun.of(BuiltInFactory.class).configure().spec(0, EnfModelPortObjectSpec.class);
    assertEquals(Models.builtIn().getSpec(), spec);
  }

  @Test
  public void pageIsTheCardOfTheModel() throws Exception {
    NodeRun node = NodeRun.of(BuiltInFactory.class);
    node.execute();
    String data = node.view().initialData().orElseThrow();
    assertTrue(data, data.contains("Where it comes from") && data.contains("p(M)"));
  }
}
