package org.knime.node.parameters.widget.text;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.NoopMaxLengthValidationProvider;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.NoopMinLengthValidationProvider;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.NoopPatternValidationProvider;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.NoopStringProvider;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MaxLengthValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MinLengthValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation;

/** What a dialog checks about a line of text; nothing else minds it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface TextInputWidget {
  /** What is shown while it is empty. */
  String placeholder() default "";

  /** What it has to match. */
  Class<? extends PatternValidation> patternValidation() default PatternValidation.class;

  /** How long it may be. */
  Class<? extends MaxLengthValidation> maxLengthValidation() default MaxLengthValidation.class;

  /** How long it has to be. */
  Class<? extends MinLengthValidation> minLengthValidation() default MinLengthValidation.class;

  /** Provides what is shown while it is empty. */
  Class<? extends StateProvider<String>> placeholderProvider() default NoopStringProvider.class;

  /** Provides what it has to match. */
  Class<? extends StateProvider<? extends PatternValidation>> patternValidationProvider() default
      NoopPatternValidationProvider.class;

  /** Provides how long it may be. */
  Class<? extends StateProvider<? extends MaxLengthValidation>>
      maxLengthValidationProvider() default NoopMaxLengthValidationProvider.class;

  /** Provides how long it has to be. */
  Class<? extends StateProvider<? extends MinLengthValidation>>
      minLengthValidationProvider() default NoopMinLengthValidationProvider.class;
}
