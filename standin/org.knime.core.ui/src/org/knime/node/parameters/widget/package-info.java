/** Widgets. */
package org.knime.node.parameters.widget;
