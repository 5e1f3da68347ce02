/** Stands in for what a node is created with. */
package org.knime.core.node.context;
