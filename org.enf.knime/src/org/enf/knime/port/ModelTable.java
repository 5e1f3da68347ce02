package org.enf.knime.port;

import java.awt.BorderLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.table.AbstractTableModel;
import org.enf.core.dequantization.SizeDistribution;
import org.enf.core.description.ModelDescription.Entry;

/** What the port of a model shows: the only place where KNIME's port API asks for Swing. */
final class ModelTable extends JPanel {
  private static final long serialVersionUID = 1;

  ModelTable(EnfModelPortObjectSpec spec) {
    super(new BorderLayout());
    setName("E-NF model");
    add(new JScrollPane(new JTable(new Rows(rows(spec)))));
  }

  private static List<Entry> rows(EnfModelPortObjectSpec spec) {
    List<Entry> rows = new ArrayList<>(spec.description().architecture());
    rows.addAll(spec.description().provenance());
    spec.sizes().ifPresent(sizes -> add(sizes, rows));
    return rows;
  }

  private static void add(SizeDistribution sizes, List<Entry> rows) {
    for (int atoms : sizes.counts().keySet()) {
      double share = Math.exp(sizes.logProbability(atoms));
      rows.add(
          new Entry("p(M = " + atoms + ")", String.format(Locale.ROOT, "%.2f %%", 100 * share)));
    }
  }

  /** Names and values. */
  private static final class Rows extends AbstractTableModel {
    private static final long serialVersionUID = 1;

    private final transient List<Entry> entries;

    Rows(List<Entry> entries) {
      this.entries = entries;
    }

    @Override
    public int getRowCount() {
      return entries.size();
    }

    @Override
    public int getColumnCount() {
      return 2;
    }

    @Override
    public String getColumnName(int column) {
      return column == 0 ? "Property" : "Value";
    }

    @Override
    public Object getValueAt(int row, int column) {
      Entry entry = entries.get(row);
      return column == 0 ? entry.name() : entry.value();
    }
  }
}
