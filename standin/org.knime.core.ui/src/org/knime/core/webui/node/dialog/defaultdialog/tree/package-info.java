/** Parameters as a tree of fields. Not public API of KNIME. */
package org.knime.core.webui.node.dialog.defaultdialog.tree;
