/** The layout of a dialog. Not public API of KNIME. */
package org.knime.core.webui.node.dialog.defaultdialog.jsonforms.uischema;
