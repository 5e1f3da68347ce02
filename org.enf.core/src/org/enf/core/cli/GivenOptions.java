package org.enf.core.cli;

import java.lang.reflect.Field;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Which options were given.
 *
 * @param command that was parsed
 */
record GivenOptions(CommandSpec command) {
  /**
   * Checks that no option of a group was given.
   *
   * @param group the class that holds the group's options
   * @param owner the option to which they belong
   * @throws CommandException if one was; the message names it
   */
  void requireNone(Class<?> group, String owner) {
    List<String> given =
        command.options().stream()
            .filter(option -> isDeclaredIn(group, option))
            .filter(option -> command.commandLine().getParseResult().hasMatchedOption(option))
            .map(OptionSpec::longestName)
            .toList();
    if (!given.isEmpty()) {
      throw CommandException.usage(String.join(", ", given) + " belongs to " + owner);
    }
  }

  private static boolean isDeclaredIn(Class<?> group, OptionSpec option) {
    return option.userObject() instanceof Field field && field.getDeclaringClass() == group;
  }
}
