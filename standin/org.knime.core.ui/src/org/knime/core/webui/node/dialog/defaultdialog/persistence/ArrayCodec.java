package org.knime.core.webui.node.dialog.defaultdialog.persistence;

import java.lang.reflect.Array;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** Writes the elements of an array below their indices. */
record ArrayCodec(Class<?> elementType, Codec element) implements Codec {
  @Override
  public Object load(NodeSettingsRO settings) throws InvalidSettingsException {
    int size = (int) settings.keySet().stream().filter(key -> key.matches("\\d+")).count();
    Object array = Array.newInstance(elementType, size);
    for (int i = 0; i < size; i++) {
      Array.set(array, i, element.load(settings.getNodeSettings(Integer.toString(i))));
    }
    return array;
  }

  @Override
  public void save(Object value, NodeSettingsWO settings) {
    if (value != null) {
      for (int i = 0; i < Array.getLength(value); i++) {
        element.save(Array.get(value, i), settings.addNodeSettings(Integer.toString(i)));
      }
    }
  }

  @Override
  public String[][] paths() {
    return new String[][] {{}};
  }
}
