package org.knime.core.webui.node.dialog.defaultdialog.jsonforms.uischema;

import java.util.ArrayList;
import java.util.List;
import org.knime.core.webui.node.dialog.defaultdialog.jsonforms.TitleAndDescription;

/**
 * A part of the layout: a single control, or a place with what stands there.
 *
 * @param control the control; null for a place
 * @param layoutClass the class that stands for the place; null where there is none
 * @param loose what stands there without a part of its own
 * @param nested the parts in it, in order
 */
public record LayoutPart(
    Control control, Class<?> layoutClass, List<LayoutPart> loose, List<LayoutPart> nested) {
  static LayoutPart of(Control control) {
    return new LayoutPart(control, null, List.of(), List.of());
  }

  /** What stands there, in order: first what has no part of its own. */
  public List<LayoutPart> parts() {
    List<LayoutPart> parts = new ArrayList<>(loose);
    parts.addAll(nested);
    return parts;
  }

  /** All controls, in order. */
  public List<Control> controls() {
    List<Control> controls = new ArrayList<>();
    if (control != null) {
      controls.add(control);
    }
    parts().forEach(part -> controls.addAll(part.controls()));
    return controls;
  }

  /** Titles and explanations of all controls, in order. */
  public List<TitleAndDescription> options() {
    return controls().stream().flatMap(each -> each.option().stream()).toList();
  }
}
