package org.knime.core.node;

import org.knime.core.node.config.ConfigWO;

/** The content of a model that is written. */
public interface ModelContentWO extends ConfigWO {}
