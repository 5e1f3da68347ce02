/** Stands in for KNIME's own cells and rows. */
package org.knime.core.data.def;
