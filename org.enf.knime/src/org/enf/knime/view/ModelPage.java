package org.enf.knime.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.enf.core.dequantization.SizeDistribution;
import org.enf.core.description.ModelDescription;
import org.enf.core.description.ModelDescription.Entry;
import org.enf.core.model.EnfModel;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** What the page of a model shows. */
public final class ModelPage {
  private ModelPage() {}

  /** The data of the page. */
  public static BufferedDataTable table(EnfModel model, ExecutionContext exec) {
    return ViewData.table(document(model), exec);
  }

  private static ObjectNode document(EnfModel model) {
    ModelDescription description = ModelDescription.of(model);
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("title", "E-NF of " + model.settings().types());
    ArrayNode sections = root.putArray("sections");
    section(sections, "Architecture", description.architecture());
    section(sections, "Where it comes from", description.provenance());
    Plots plots = new Plots(root.putArray("plots"));
    ArrayNode points = plots.bars("Number of atoms, p(M)", "atoms", "share");
    Plots.Series series = Plots.series(points, "p(M)");
    SizeDistribution sizes = model.sizes();
    for (int atoms : sizes.counts().keySet()) {
      series.add(atoms, Math.exp(sizes.logProbability(atoms)));
    }
    return root;
  }

  private static void section(ArrayNode sections, String title, List<Entry> entries) {
    ObjectNode section = sections.addObject().put("title", title);
    ArrayNode rows = section.putArray("rows");
    entries.forEach(entry -> rows.addArray().add(entry.name()).add(entry.value()));
  }
}
