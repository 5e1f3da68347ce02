package org.knime.node;

import org.knime.core.node.port.PortType;

/**
 * A group of ports of a node.
 *
 * @param input whether they are inputs
 * @param id what tells the group from others
 * @param name the name of a port
 * @param description what a port is for, an XML fragment
 * @param mode how many there are
 */
record PortGroup(boolean input, String id, String name, String description, Mode mode) {
  /** How many ports a group has. */
  sealed interface Mode {}

  /** One port. */
  record Fixed(PortType type) implements Mode {}

  /** One port or none, which is so at first. */
  record OptionalOf(PortType... types) implements Mode {}

  PortGroup with(Mode mode) {
    return new PortGroup(input, id, name, description, mode);
  }

  boolean configurable() {
    return !(mode instanceof Fixed);
  }
}
