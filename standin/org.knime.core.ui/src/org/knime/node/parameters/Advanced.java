package org.knime.node.parameters;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Hides a widget, group or section until the user asks for the advanced ones. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Advanced {}
