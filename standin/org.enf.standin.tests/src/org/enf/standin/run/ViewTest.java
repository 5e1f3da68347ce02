package org.enf.standin.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Set;
import org.enf.standin.NodeRun;
import org.enf.standin.OpenView;
import org.enf.standin.TableBuilder;
import org.junit.Test;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** What a view shows of a node. */
@SuppressWarnings("restriction")
public class ViewTest {
  private final NodeRun learner = NodeRun.of(LearnerFactory.class);

  private static BufferedDataTable table() {
    return new TableBuilder().column("x", DoubleCell.TYPE).row(new DoubleCell(1)).build();
  }

  /** Its data are text. */
  public static final class Textual extends DefaultNodeFactory {
    /** For KNIME. */
    public Textual() {
      super(
          DefaultNode.create()
              .name("Name")
              .icon("icons/node.png")
              .shortDescription("Short.")
              .fullDescription("Long.")
              .sinceVersion(5, 8, 0)
              .ports(ports -> {})
              .model(
                  model ->
                      model
                          .parametersClass(Nodes.None.class)
                          .configure((in, out) -> {})
                          .execute((in, out) -> {}))
              .addView(
                  view ->
                      view.withoutParameters()
                          .description("Text.")
                          .page(
                              page ->
                                  page.fromFile()
                                      .bundleClass(Textual.class)
                                      .basePath("view")
                                      .relativeFilePath("loss.html"))
                          .initialData(data -> data.<String>data(input -> "no JSON"))));
    }
  }

  @Test
  public void aViewIsOpenedOnceTheNodeIsExecuted() throws Exception {
    learner.configure(table().getSpec());
    assertThrows(IllegalStateException.class, learner::view);
  }

  @Test
  public void thePageComesFromTheBundle() throws Exception {
    learner.execute(table());
    OpenView view = learner.view();
    assertEquals("loss.html", view.path());
    assertTrue(view.html().contains("<title>Loss</title>"));
    assertEquals(Set.of("scripts/loss.js"), view.resources());
    assertTrue(view.resource("scripts/loss.js").orElseThrow().contains("console.log"));
    assertTrue(view.resource("other.js").isEmpty());
  }

  @Test
  public void theDataAreJson() throws Exception {
    learner.set("epochs", 3).execute(table());
    String data = learner.view().initialData().orElseThrow();
    assertTrue(data, data.startsWith("{\"result\":{"));
    assertTrue(data, data.contains("\"epochs\":3"));
  }

  @Test
  public void dataMayBeText() throws Exception {
    NodeRun node = NodeRun.of(Textual.class);
    node.execute();
    assertEquals("{\"result\":\"no JSON\"}", node.view().initialData().orElseThrow());
  }
}
