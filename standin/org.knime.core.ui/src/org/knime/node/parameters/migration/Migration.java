package org.knime.node.parameters.migration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who reads older settings of a field, or of a type. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD})
public @interface Migration {
  /** A class with a constructor without arguments. */
  @SuppressWarnings("rawtypes")
  Class<? extends NodeParametersMigration> value();
}
