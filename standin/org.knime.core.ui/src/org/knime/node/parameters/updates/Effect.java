package org.knime.node.parameters.updates;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Shows, hides, enables or disables a widget, a group or a section. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Effect {
  /** What happens if the predicate holds; the opposite happens if not. */
  enum EffectType {
    /** The user can change the value. */
    ENABLE,
    /** The user cannot change it. */
    DISABLE,
    /** The widget is there. */
    SHOW,
    /** It is not there. */
    HIDE
  }

  /** When; a class with a constructor without arguments, or a {@code BooleanReference}. */
  Class<? extends EffectPredicateProvider> predicate();

  /** What. */
  EffectType type();
}
