package org.knime.core.node;

/** Marks what belongs to the fluent way of making nodes. */
public interface FluentNodeAPI {}
