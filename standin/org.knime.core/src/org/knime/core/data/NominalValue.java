package org.knime.core.data;

/** Cells of which a column has few, whose values its spec lists. */
public interface NominalValue extends DataValue {}
