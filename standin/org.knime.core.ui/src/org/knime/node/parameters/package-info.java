/** The parameters of a node: what its dialog shows and its settings hold. */
package org.knime.node.parameters;
