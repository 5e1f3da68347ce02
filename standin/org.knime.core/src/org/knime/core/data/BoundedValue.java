package org.knime.core.data;

/** Cells with an order, whose column has a lower and an upper bound. */
public interface BoundedValue extends DataValue {}
