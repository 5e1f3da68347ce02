/** Views of nodes. Not public API of KNIME. */
package org.knime.core.webui.node.view;
