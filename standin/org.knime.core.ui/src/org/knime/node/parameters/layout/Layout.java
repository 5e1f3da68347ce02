package org.knime.node.parameters.layout;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The part of the layout in which a field, or all fields of a type, stand. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Layout {
  /** The part. */
  Class<?> value();
}
