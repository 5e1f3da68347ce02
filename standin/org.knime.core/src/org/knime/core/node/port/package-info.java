/** Stands in for what goes from node to node. */
package org.knime.core.node.port;
