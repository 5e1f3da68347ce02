/** How parameters are written to settings and read from them. */
package org.knime.node.parameters.persistence;
