package org.knime.node.parameters.updates;

/**
 * Names a field, so that others can ask for its value.
 *
 * @param <V> its type
 */
public interface ParameterReference<V> {}
