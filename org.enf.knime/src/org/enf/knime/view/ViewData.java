package org.enf.knime.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.enf.knime.table.Columns;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.node.DefaultView.ViewInput;

/**
 * The data of a node's page: a JSON document, which KNIME keeps with the executed node as a table
 * of one cell.
 */
public final class ViewData {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DataTableSpec SPEC =
      new DataTableSpec(Columns.of("data of the view", StringCell.TYPE));

  private ViewData() {}

  /** Keeps a document. */
  public static BufferedDataTable table(JsonNode document, ExecutionContext exec) {
    BufferedDataContainer container = exec.createDataContainer(SPEC);
    container.addRowToTable(new DefaultRow("data", new StringCell(document.toString())));
    container.close();
    return container.getTable();
  }

  /** The document in the form of maps and lists; without any entry if there is none. */
  public static Object of(ViewInput input) {
    BufferedDataTable[] tables = input.getInternalTables();
    if (tables == null || tables.length == 0 || tables[0] == null) {
      return Map.of();
    }
    try (CloseableRowIterator rows = tables[0].iterator()) {
      return rows.hasNext() ? parse(rows.next().getCell(0).toString()) : Map.of();
    }
  }

  private static Object parse(String document) {
    try {
      return JSON.readValue(document, Map.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the data of this view are damaged: reset the node", e);
    }
  }
}
