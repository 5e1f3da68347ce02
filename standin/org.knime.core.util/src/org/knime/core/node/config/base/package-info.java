/** Stands in for KNIME's trees of settings and their file format. */
package org.knime.core.node.config.base;
