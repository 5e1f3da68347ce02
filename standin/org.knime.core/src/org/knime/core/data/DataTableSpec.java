package org.knime.core.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.swing.JComponent;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectSpecZipInputStream;
import org.knime.core.node.port.PortObjectSpecZipOutputStream;

/** The columns of a table. */
public final class DataTableSpec implements PortObjectSpec, Iterable<DataColumnSpec> {
  private static final String DEFAULT_NAME = "default";
  private static final String NAME = "spec_name";
  private static final String COLUMN_COUNT = "number_columns";
  private static final String COLUMN = "column_spec_";

  private final String name;
  private final List<DataColumnSpec> columns;
  private final Map<String, Integer> indices = new LinkedHashMap<>();

  public DataTableSpec() {
    this(DEFAULT_NAME);
  }

  public DataTableSpec(DataColumnSpec... colSpecs) {
    this(DEFAULT_NAME, colSpecs);
  }

  public DataTableSpec(String name) {
    this(name, new DataColumnSpec[0]);
  }

  public DataTableSpec(String name, DataColumnSpec... colSpecs) {
    this.name = name == null ? DEFAULT_NAME : name;
    columns = List.of(colSpecs);
    for (DataColumnSpec column : columns) {
      if (indices.put(column.getName(), indices.size()) != null) {
        throw new IllegalArgumentException("Duplicate column name \"" + column.getName() + "\"");
      }
    }
  }

  public static String getUniqueColumnName(DataTableSpec spec, String columnName) {
    if (columnName == null) {
      throw new NullPointerException("Column name must not be null.");
    }
    String trimmed = columnName.trim();
    String unique = trimmed;
    for (int i = 1; spec.containsName(unique); i++) {
      unique = trimmed + " (#" + i + ")";
    }
    return unique;
  }

  public String getName() {
    return name;
  }

  public int getNumColumns() {
    return columns.size();
  }

  public final String[] getColumnNames() {
    return indices.keySet().toArray(String[]::new);
  }

  public DataColumnSpec getColumnSpec(int index) {
    if (index < 0 || index >= columns.size()) {
      throw new ArrayIndexOutOfBoundsException(index);
    }
    return columns.get(index);
  }

  public int findColumnIndex(String columnName) {
    return indices.getOrDefault(columnName, -1);
  }

  public boolean containsName(String columnName) {
    return indices.containsKey(columnName);
  }

  public boolean equalStructure(DataTableSpec spec) {
    if (spec == null || spec.columns.size() != columns.size()) {
      return false;
    }
    for (int i = 0; i < columns.size(); i++) {
      if (!columns.get(i).equalStructure(spec.columns.get(i))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Iterator<DataColumnSpec> iterator() {
    return columns.iterator();
  }

  public Stream<DataColumnSpec> stream() {
    return columns.stream();
  }

  @Override
  public JComponent[] getViews() {
    return new JComponent[0];
  }

  public void save(ConfigWO config) {
    config.addString(NAME, name);
    config.addInt(COLUMN_COUNT, columns.size());
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).save(config.addConfig(COLUMN + i));
    }
  }

  public static DataTableSpec load(ConfigRO config) throws InvalidSettingsException {
    List<DataColumnSpec> columns = new ArrayList<>();
    int count = config.getInt(COLUMN_COUNT);
    for (int i = 0; i < count; i++) {
      columns.add(DataColumnSpec.load(config.getConfig(COLUMN + i)));
    }
    return new DataTableSpec(config.getString(NAME), columns.toArray(DataColumnSpec[]::new));
  }

  @Override
  public boolean equals(Object obj) {
    return obj instanceof DataTableSpec spec
        && name.equals(spec.name)
        && columns.equals(spec.columns);
  }

  @Override
  public int hashCode() {
    return columns.hashCode();
  }

  @Override
  public String toString() {
    return "name=" + name + ",columns=[" + String.join("; ", indices.keySet()) + "]";
  }

  /** Writes and reads the specs of tables. */
  public static final class Serializer extends PortObjectSpecSerializer<DataTableSpec> {
    private static final String FILE = "spec.xml";

    @Override
    public DataTableSpec loadPortObjectSpec(PortObjectSpecZipInputStream in) throws IOException {
      ZipEntry entry = in.getNextEntry();
      if (entry == null || !FILE.equals(entry.getName())) {
        throw new IOException("Expected '" + FILE + "' zip entry, got " + entry);
      }
      try {
        return load(ModelContent.loadFromXML(in));
      } catch (InvalidSettingsException e) {
        throw new IOException(e.getMessage(), e);
      }
    }

    @Override
    public void savePortObjectSpec(DataTableSpec spec, PortObjectSpecZipOutputStream out)
        throws IOException {
      ModelContent content = new ModelContent(FILE);
      spec.save(content);
      out.putNextEntry(new ZipEntry(FILE));
      content.saveToXML(out);
    }
  }
}
