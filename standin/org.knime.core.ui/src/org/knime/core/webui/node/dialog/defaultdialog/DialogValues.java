package org.knime.core.webui.node.dialog.defaultdialog;

import java.util.HashMap;
import java.util.Map;
import org.knime.core.webui.node.dialog.defaultdialog.jsonforms.uischema.UiSchemaGenerationException;
import org.knime.core.webui.node.dialog.defaultdialog.tree.FieldTree;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.updates.ValueReference;

/** The values of an open dialog, by the references of their fields. */
final class DialogValues {
  private record Referenced(FieldTree field, Object parentValue) {}

  private final Map<Class<?>, Referenced> fields = new HashMap<>();

  DialogValues(Class<? extends WidgetGroup> type, Object values) {
    collect(FieldTree.of(type, WidgetGroup.class), values);
  }

  private void collect(FieldTree group, Object values) {
    for (FieldTree field : group.children()) {
      field
          .annotation(ValueReference.class)
          .ifPresent(reference -> put(reference.value(), new Referenced(field, values)));
      if (!field.children().isEmpty() && field.get(values) != null) {
        collect(field, field.get(values));
      }
    }
  }

  private void put(Class<?> reference, Referenced field) {
    if (fields.put(reference, field) != null) {
      throw new UiSchemaGenerationException(
          "More than one field has the reference " + reference.getName() + ".");
    }
  }

  /**
   * The value of the field with a reference.
   *
   * @throws UiSchemaGenerationException if there is none
   */
  Object of(Class<?> reference) {
    Referenced field = fields.get(reference);
    if (field == null) {
      throw new UiSchemaGenerationException(
          "Missing reference annotation: " + reference.getName() + ".");
    }
    return field.field().get(field.parentValue());
  }
}
