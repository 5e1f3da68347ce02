/** Stands in for the ports that a node is created with. */
package org.knime.core.node.context.ports;
