package org.enf.core.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The constants of an enum as users write them: {@code GNF_ATT} is {@code gnf-att}. */
final class EnumText {
  private EnumText() {}

  /** The name of a constant. */
  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The names of all constants. */
  static <E extends Enum<E>> List<String> all(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(EnumText::of).toList();
  }

  /**
   * The constant of this name, in any case, or null if there is no name.
   *
   * @param what the constants are, in words
   * @throws CommandException if there is none; the message lists the names
   */
  static <E extends Enum<E>> E parse(Class<E> type, String what, String name) {
    if (name == null) {
      return null;
    }
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> of(constant).equalsIgnoreCase(name))
        .findAny()
        .orElseThrow(
            () ->
                CommandException.usage(
                    "there is no " + what + " '" + name + "'; choose " + list(all(type))));
  }

  private static String list(List<String> names) {
    int last = names.size() - 1;
    return String.join(", ", names.subList(0, last)) + " or " + names.get(last);
  }
}
