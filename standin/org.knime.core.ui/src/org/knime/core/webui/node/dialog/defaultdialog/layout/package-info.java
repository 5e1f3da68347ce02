/** Containers of repeated annotations. */
package org.knime.core.webui.node.dialog.defaultdialog.layout;
