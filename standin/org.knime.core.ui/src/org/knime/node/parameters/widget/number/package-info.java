/** Widgets for numbers. */
package org.knime.node.parameters.widget.number;
