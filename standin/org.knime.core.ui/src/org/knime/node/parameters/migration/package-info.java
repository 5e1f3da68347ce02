/** How settings of older versions are read. */
package org.knime.node.parameters.migration;
