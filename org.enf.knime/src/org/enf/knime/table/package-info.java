/** Columns and cells of the tables that nodes make. */
package org.enf.knime.table;
