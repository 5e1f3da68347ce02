package org.knime.core.node.port;

/** A node that keeps port objects with its state. */
public interface PortObjectHolder {
  PortObject[] getInternalPortObjects();

  void setInternalPortObjects(PortObject[] portObjects);
}
