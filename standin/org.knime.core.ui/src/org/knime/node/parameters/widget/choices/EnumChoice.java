package org.knime.node.parameters.widget.choices;

import org.knime.core.webui.node.dialog.defaultdialog.jsonforms.EnumUtil;

/**
 * A choice of a constant.
 *
 * @param <E> the enum
 * @param id the constant
 * @param text what the user sees
 */
public record EnumChoice<E extends Enum<E>>(E id, String text) {
  /**
   * A constant with its {@link Label}.
   *
   * @param <E> the enum
   */
  public static <E extends Enum<E>> EnumChoice<E> fromEnumConst(E enumConst) {
    return new EnumChoice<>(enumConst, EnumUtil.createConstantEntry(enumConst).title());
  }
}
