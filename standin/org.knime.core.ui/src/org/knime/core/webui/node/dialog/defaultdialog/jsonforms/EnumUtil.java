package org.knime.core.webui.node.dialog.defaultdialog.jsonforms;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.Label;

/** How constants are shown. */
public final class EnumUtil {
  private EnumUtil() {}

  /**
   * The label of a constant; its name in small letters if it has none.
   *
   * @throws IllegalStateException if the constant has the annotation of a field
   */
  public static TitleAndDescription createConstantEntry(Enum<?> constant) {
    Label label = label(constant);
    if (label != null) {
      return new TitleAndDescription(label.value(), label.description());
    }
    String name = constant.name().toLowerCase(Locale.getDefault()).replace('_', ' ');
    return new TitleAndDescription(
        name.substring(0, 1).toUpperCase(Locale.getDefault()) + name.substring(1), null);
  }

  /** The labels of all constants. */
  public static List<TitleAndDescription> entries(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> createConstantEntry((Enum<?>) constant))
        .toList();
  }

  private static Label label(Enum<?> constant) {
    try {
      var field = constant.getDeclaringClass().getField(constant.name());
      if (field.isAnnotationPresent(Widget.class)) {
        throw new IllegalStateException(
            "There is a @Widget annotation present at the enum field "
                + constant.name()
                + ". Use the @Label annotation instead.");
      }
      return field.getAnnotation(Label.class);
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }
}
