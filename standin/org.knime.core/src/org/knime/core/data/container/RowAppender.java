package org.knime.core.data.container;

/** Takes rows. */
public interface RowAppender {}
