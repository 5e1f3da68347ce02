package org.knime.node.parameters.updates;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who sets the field while the dialog is open. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface ValueProvider {
  /** A class with a constructor without arguments. */
  @SuppressWarnings("rawtypes")
  Class<? extends StateProvider> value();
}
