/** Widgets that offer choices. */
package org.knime.node.parameters.widget.choices;
