/** Lists of groups in a dialog. */
package org.knime.node.parameters.array;
