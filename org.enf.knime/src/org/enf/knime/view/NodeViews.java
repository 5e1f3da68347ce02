package org.enf.knime.view;

import org.knime.node.DefaultView;
import org.knime.node.DefaultView.RequireViewParameters;

/** Makes the views of nodes from the pages of this bundle. */
@SuppressWarnings("restriction") // KNIME offers pages for views by no other package.
public final class NodeViews {
  private NodeViews() {}

  /**
   * The view of a node that shows a page with the node's {@link ViewData}.
   *
   * @param description what it shows
   */
  public static DefaultView of(ViewPage shown, RequireViewParameters view, String description) {
    return view.withoutParameters()
        .description(description)
        .page(
            page ->
                page.fromFile()
                    .bundleClass(NodeViews.class)
                    .basePath(ViewPage.FOLDER)
                    .relativeFilePath(shown.file())
                    .addResourceDirectory("js")
                    .addResourceDirectory("lib")
                    .addResourceDirectory("css"))
        .initialData(data -> data.data(ViewData::of));
  }
}
