package org.knime.node.parameters.persistence;

/** A class whose fields are written to the settings of a node. */
public interface Persistable {}
