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

  /** Its page is made of text, and its data are text. */
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
                      model.withoutParameters().configure((in, out) -> {}).execute((in, out) -> {}))
              .addView(
                  view ->
                      view.withoutParameters()
                          .description("Text.")
                          .page(
                              page ->
                                  page.fromString(() -> "<p>ä</p>")
                                      .relativePath("page.html")
                                      .addResourceFromString(() -> "1", "data.js"))
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
    assertEquals(Set.of("loss.js"), view.resources());
    assertTrue(view.resource("loss.js").orElseThrow().contains("console.log"));
    assertTrue(view.resource("other.js").isEmpty());
  }

  @Test
  public void theDataAreJson() throws Exception {
    learner.set("epochs", 3).setView("title", "Error").execute(table());
    String data = learner.view().initialData().orElseThrow();
    assertTrue(data, data.startsWith("{\"result\":{"));
    assertTrue(data, data.contains("\"title\":\"Error\""));
    assertTrue(data, data.contains("\"epochs\":3"));
  }

  @Test
  public void thePageCanAsk() throws Exception {
    learner.execute(table());
    OpenView view = learner.view();
    assertEquals(
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":5}",
        view.ask("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"sum\",\"params\":[2,3]}"));
    String unknown = view.ask("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"mean\",\"params\":[]}");
    assertTrue(unknown, unknown.contains("-32601"));
    String failed = view.ask("{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"fail\",\"params\":[]}");
    assertTrue(failed, failed.contains("-32000") && failed.contains("no answer"));
  }

  @Test
  public void pagesAndDataMayBeText() throws Exception {
    NodeRun node = NodeRun.of(Textual.class);
    node.execute();
    assertEquals("<p>ä</p>", node.view().html());
    assertEquals("1", node.view().resource("data.js").orElseThrow());
    assertEquals("{\"result\":\"no JSON\"}", node.view().initialData().orElseThrow());
  }
}
