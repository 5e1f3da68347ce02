package org.knime.core.webui.node.dialog.defaultdialog;

import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.LocalFileReaderWidget;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.LocalFileWriterWidget;
import org.knime.core.webui.node.dialog.defaultdialog.jsonforms.uischema.UiSchemaGenerationException;
import org.knime.core.webui.node.dialog.defaultdialog.tree.FieldTree;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.EnumChoicesProvider;
import org.knime.node.parameters.widget.choices.RadioButtonsWidget;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.message.TextMessage;
import org.knime.node.parameters.widget.text.TextAreaWidget;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** Refuses fields of which KNIME makes no widget, or a wrong one. */
final class WidgetChecks {
  private static final Map<Class<? extends Annotation>, List<Class<?>>> APPLICABLE =
      Map.of(
          RadioButtonsWidget.class, List.of(Enum.class),
          ValueSwitchWidget.class, List.of(Enum.class),
          LocalFileReaderWidget.class, List.of(String.class),
          LocalFileWriterWidget.class, List.of(String.class),
          TextAreaWidget.class, List.of(String.class),
          TextInputWidget.class, List.of(String.class, Character.class, char.class),
          TextMessage.class, List.of(Void.class));

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
    if (field.annotation(LocalFileReaderWidget.class).isPresent()
        && field.annotation(LocalFileWriterWidget.class).isPresent()) {
      throw new UiSchemaGenerationException(
          "A widget cannot be both, a LocalFileReaderWidget and a LocalFileWriterWidget.");
    }
    if (!field.isOptional() && LEFT_OUT.contains(field.type())) {
      throw new UiSchemaGenerationException(
          "The dialog does not show settings of the boxed type of " + field + ".");
    }
    if (field.annotation(Widget.class).map(widget -> widget.title().isBlank()).orElse(false)) {
      throw new UiSchemaGenerationException("There is no title for " + field + ".");
    }
    checkOptional(field);
    field.annotation(ChoicesProvider.class).ifPresent(choices -> checkChoices(field, choices));
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

  private static void checkChoices(FieldTree field, ChoicesProvider choices) {
    if (!field.type().isEnum()) {
      return;
    }
    for (Class<?> type = choices.value(); type != null; type = type.getSuperclass()) {
      for (Type generic : type.getGenericInterfaces()) {
        if (generic instanceof ParameterizedType provider
            && provider.getRawType() == EnumChoicesProvider.class) {
          if (provider.getActualTypeArguments()[0] != field.type()) {
            throw new UiSchemaGenerationException(
                "The choicesProvider of " + field + " is for another enum.");
          }
          return;
        }
      }
    }
    throw new UiSchemaGenerationException(
        "The field is an enum and the provided choicesProvider is not an EnumChoicesProvider.");
  }
}
