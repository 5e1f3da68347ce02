package org.knime.core.data;

/** An adapter cell of which a copy with a further representation can be made. */
public interface RWAdapterValue extends AdapterValue {}
