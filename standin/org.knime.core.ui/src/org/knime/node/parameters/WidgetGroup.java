package org.knime.node.parameters;

/** A class whose fields are widgets of the dialog; nested groups are fields of such a type. */
public interface WidgetGroup {}
