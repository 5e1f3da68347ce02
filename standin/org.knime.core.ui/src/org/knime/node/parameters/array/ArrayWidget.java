package org.knime.node.parameters.array;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.knime.node.parameters.updates.StateProvider;

/** How an array of groups is shown. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface ArrayWidget {
  /** The label of the button that adds an element. */
  String addButtonText() default "";

  /** How an element is laid out. */
  ElementLayout elementLayout() default ElementLayout.VERTICAL_CARD;

  /** The heading of an element, before its number. */
  String elementTitle() default "";

  /** Whether elements can be moved. */
  boolean showSortButtons() default false;

  /** Whether elements can be neither added nor removed. */
  boolean hasFixedSize() default false;

  /** Provides the element that is added. */
  @SuppressWarnings("rawtypes")
  Class<? extends StateProvider> elementDefaultValueProvider() default StateProvider.class;

  /** How an element is laid out. */
  enum ElementLayout {
    /** A card, its widgets below each other. */
    VERTICAL_CARD,
    /** A line, its widgets beside each other. */
    HORIZONTAL_SINGLE_LINE
  }
}
