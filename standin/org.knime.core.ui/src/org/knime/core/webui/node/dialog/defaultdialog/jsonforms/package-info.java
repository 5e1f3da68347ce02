/** What a dialog reads off parameters. Not public API of KNIME. */
package org.knime.core.webui.node.dialog.defaultdialog.jsonforms;
