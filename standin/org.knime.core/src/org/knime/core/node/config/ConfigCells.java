package org.knime.core.node.config;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;

/** Cells in settings. KNIME would write any other cell by Java serialization. */
final class ConfigCells {
  private static final String CLASS = "datacell";

  private ConfigCells() {}

  static void add(Config config, DataCell cell) {
    config.addString(CLASS, cell == null ? null : cell.getClass().getName());
    if (cell == null) {
      return;
    }
    String key = cell.getClass().getSimpleName();
    Config value = config.addConfig(cell.getClass().getName());
    if (cell instanceof StringCell text) {
      value.addString(key, text.getStringValue());
    } else if (cell instanceof DoubleCell number) {
      value.addDouble(key, number.getDoubleValue());
    } else if (cell instanceof LongCell number) {
      value.addLong(key, number.getLongValue());
    } else if (cell instanceof IntCell number) {
      value.addInt(key, number.getIntValue());
    } else if (cell instanceof BooleanCell truth) {
      value.addBoolean(key, truth.getBooleanValue());
    } else if (!cell.isMissing()) {
      throw new UnsupportedOperationException("No settings for " + cell.getClass().getName());
    }
  }

  static DataCell get(Config config) throws InvalidSettingsException {
    String name = config.getString(CLASS);
    if (name == null) {
      return null;
    }
    Config value = config.getConfig(name);
    String key = name.substring(name.lastIndexOf('.') + 1);
    return switch (key) {
      case "StringCell" -> new StringCell(value.getString(key));
      case "DoubleCell" -> new DoubleCell(value.getDouble(key));
      case "LongCell" -> new LongCell(value.getLong(key));
      case "IntCell" -> new IntCell(value.getInt(key));
      case "BooleanCell" -> BooleanCell.BooleanCellFactory.create(value.getBoolean(key));
      case "MissingCell" -> DataType.getMissingCell();
      default -> throw new InvalidSettingsException("No cell of " + name);
    };
  }
}
