/** Stands in for KNIME's tables: their specs, types, cells and rows. */
package org.knime.core.data;
