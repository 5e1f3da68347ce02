package org.knime.node.parameters.widget.choices;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who provides the choices of a field. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface ChoicesProvider {
  /** A class with a constructor without arguments. */
  @SuppressWarnings("rawtypes")
  Class<? extends ChoicesStateProvider> value();
}
