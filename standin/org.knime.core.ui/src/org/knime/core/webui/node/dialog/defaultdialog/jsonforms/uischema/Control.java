package org.knime.core.webui.node.dialog.defaultdialog.jsonforms.uischema;

import java.util.Optional;
import org.knime.core.webui.node.dialog.defaultdialog.jsonforms.EnumUtil;
import org.knime.core.webui.node.dialog.defaultdialog.jsonforms.TitleAndDescription;
import org.knime.core.webui.node.dialog.defaultdialog.tree.FieldTree;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;

/**
 * A field that a dialog shows.
 *
 * @param field the field
 * @param effect when it is shown or enabled; null for always
 * @param advanced whether it is hidden at first
 */
public record Control(FieldTree field, Effect effect, boolean advanced) {
  /** Its title and its explanation with those of what can be chosen; */
  public Optional<TitleAndDescription> option() {
    return field
        .annotation(Widget.class)
        .map(widget -> new TitleAndDescription(widget.title(), description(widget)));
  }

  private String description(Widget widget) {
    String description = widget.description();
    if (field.type().isEnum() && !description.isEmpty()) {
      description += TitleAndDescription.list(EnumUtil.entries(field.type()));
    }
    return description;
  }
}
