/** What the providers of a dialog throw. */
package org.knime.core.webui.node.dialog.defaultdialog.util.updates;
