/** Defaults of annotations that mean: none. */
package org.knime.core.webui.node.dialog.defaultdialog.widget.updates;
