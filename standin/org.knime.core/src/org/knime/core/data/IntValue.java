package org.knime.core.data;

/** Cells that are a int. */
public interface IntValue extends DataValue {}
