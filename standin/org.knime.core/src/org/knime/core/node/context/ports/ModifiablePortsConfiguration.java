package org.knime.core.node.context.ports;

import org.knime.core.node.context.NodeSettingsPersistable;

/** The ports of a node, as its creation settings say. */
public interface ModifiablePortsConfiguration extends PortsConfiguration, NodeSettingsPersistable {}
