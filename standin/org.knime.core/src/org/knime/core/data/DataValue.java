package org.knime.core.data;

/** What cells are read through; the interfaces below it make a type compatible. */
public interface DataValue {}
