package org.knime.node.parameters.persistence;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Under which key a field is written. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Persist {
  /** The key; the name of the field without {@code m_} where it is empty. */
  String configKey() default "";

  /** Whether {@code _Internals} follows the key, so that it is no subject of flow variables. */
  boolean hidden() default false;
}
