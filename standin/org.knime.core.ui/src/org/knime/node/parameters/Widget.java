package org.knime.node.parameters;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicateProvider;

/** Shows a field in the dialog and in the description of the node. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@Inherited
public @interface Widget {
  /** The label. */
  String title();

  /** The help text, an XML fragment. */
  String description();

  /** Whether it is hidden at first. */
  boolean advanced() default false;

  /** When it is shown or enabled; always, unless given. */
  Effect effect() default
      @Effect(predicate = EffectPredicateProvider.class, type = EffectType.SHOW);
}
