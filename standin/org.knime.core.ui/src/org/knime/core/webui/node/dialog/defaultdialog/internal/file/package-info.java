/** Choosers of files. Not public API of KNIME. */
package org.knime.core.webui.node.dialog.defaultdialog.internal.file;
