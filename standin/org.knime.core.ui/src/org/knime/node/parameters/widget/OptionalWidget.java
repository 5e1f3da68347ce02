package org.knime.node.parameters.widget;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.knime.node.parameters.updates.StateProvider;

/** What an optional field gets when the user switches it on. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface OptionalWidget {
  /** A class with a constructor without arguments. */
  Class<? extends DefaultValueProvider<?>> defaultProvider();

  /**
   * Provides it.
   *
   * @param <T> the type of the value
   */
  interface DefaultValueProvider<T> extends StateProvider<T> {
    @Override
    default void init(StateProviderInitializer initializer) {
      initializer.computeBeforeOpenDialog();
    }
  }
}
