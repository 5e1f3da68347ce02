/** Writes parameters to settings and reads them. Not public API of KNIME. */
package org.knime.core.webui.node.dialog.defaultdialog.persistence;
