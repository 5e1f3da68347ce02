package org.knime.core.webui.node.dialog.defaultdialog;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.LocalFileReaderWidget;
import org.knime.core.webui.node.dialog.defaultdialog.jsonforms.uischema.UiSchemaGenerationException;
import org.knime.core.webui.node.dialog.defaultdialog.tree.FieldTree;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.RadioButtonsWidget;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;

/** Refuses fields of which KNIME makes no widget, or a wrong one. */
final class WidgetChecks {
  private static final Map<Class<? extends Annotation>, List<Class<?>>> APPLICABLE =
      Map.of(
          RadioButtonsWidget.class, List.of(Enum.class),
          ValueSwitchWidget.class, List.of(Enum.class),
          LocalFileReaderWidget.class, List.of(String.class));

  /** Types that the schema of a dialog leaves out, so that their widgets have nothing to show. */
  private static final Set<Class<?>> LEFT_OUT =
      Set.of(Boolean.class, Integer.class, Long.class, Double.class, Float.class, Short.class);

  private WidgetChecks() {}

  static void check(FieldTree field) {
    APPLICABLE.forEach(
        (annotation, types) -> {
          if (field.annotation(annotation).isPresent()
              && types.stream().noneMatch(type -> type.isAssignableFrom(field.type()))) {
            throw notApplicable(field, annotation);
          }
        });
    if (!field.isOptional() && LEFT_OUT.contains(field.type())) {
      throw new UiSchemaGenerationException(
          "The dialog does not show settings of the boxed type of " + field + ".");
    }
    if (field.annotation(Widget.class).map(widget -> widget.title().isBlank()).orElse(false)) {
      throw new UiSchemaGenerationException("There is no title for " + field + ".");
    }
    checkOptional(field);
    if (field.annotation(ChoicesProvider.class).isPresent() && field.type().isEnum()) {
      throw new UiSchemaGenerationException(
          "The field is an enum and the provided choicesProvider is not an EnumChoicesProvider.");
    }
  }

  private static UiSchemaGenerationException notApplicable(
      FieldTree field, Class<? extends Annotation> annotation) {
    return new UiSchemaGenerationException(
        String.format(
            "The annotation %s is not applicable for setting field %s with type %s",
            annotation.getSimpleName(), String.join(".", field.path()), field.type()));
  }

  private static void checkOptional(FieldTree field) {
    boolean hasDefault =
        field.type().isArray()
            || field.type() == String.class
            || Number.class.isAssignableFrom(field.type());
    if (field.isOptional() && !hasDefault && field.annotation(OptionalWidget.class).isEmpty()) {
      throw new IllegalStateException(
          String.format(
              "Default value for optional widget at %s of type %s not supported. Use the"
                  + " @OptionalWidget annotation to provide a default.",
              field.path(), field.type().getSimpleName()));
    }
  }
}
