package org.enf.standin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The arguments of KNIME's batch application, as far as they matter here.
 *
 * @param folder the workflow
 * @param variables what its variables are set to
 * @param options what settings of its nodes are set to
 * @param flags what has no value
 */
record BatchArguments(
    Path folder, List<Variable> variables, List<Option> options, Set<String> flags) {
  private static final Set<String> FLAGS =
      Set.of("-reset", "-nosave", "-noexecute", "-failonloaderror");

  /** A setting of a node. */
  record Option(int node, String path, Object value) {
    static Option parse(String argument) {
      // The value may hold commas.
      int first = argument.indexOf(',');
      int second = argument.indexOf(',', first + 1);
      int last = argument.lastIndexOf(',');
      if (first < 0 || second < 0 || last <= second) {
        throw new IllegalArgumentException("Couldn't parse -option argument: " + argument);
      }
      String value = argument.substring(second + 1, last);
      return new Option(
          Integer.parseInt(argument.substring(0, first)),
          argument.substring(first + 1, second),
          value(value, argument.substring(last + 1)));
    }

    private static Object value(String value, String type) {
      return switch (type) {
        case "int" -> Integer.valueOf(value);
        case "long" -> Long.valueOf(value);
        case "double", "float" -> Double.valueOf(value);
        case "boolean" -> Boolean.valueOf(value);
        case "String" -> value;
        default -> throw new IllegalArgumentException("Unknown option type: " + type);
      };
    }

    void applyTo(Workflow workflow) {
      workflow.setOption(node, path, value);
    }
  }

  /**
   * Reads the arguments.
   *
   * @throws IllegalArgumentException if they make no sense
   */
  static BatchArguments parse(String... arguments) {
    Path folder = null;
    List<Variable> variables = new ArrayList<>();
    List<Option> options = new ArrayList<>();
    Set<String> flags = new HashSet<>();
    for (String argument : arguments) {
      String[] parts = argument.split("=", 2);
      String value = parts.length < 2 ? "" : parts[1];
      switch (parts[0]) {
        case "-workflowDir" -> folder = folder(value);
        case "-workflow.variable" -> variables.add(variable(argument, value));
        case "-option" -> options.add(Option.parse(value));
        default -> {
          if (!FLAGS.contains(argument)) {
            throw new IllegalArgumentException("Unknown option '" + parts[0] + "'");
          }
          flags.add(argument);
        }
      }
    }
    if (folder == null) {
      throw new IllegalArgumentException("No input workflow specified");
    }
    return new BatchArguments(folder, variables, options, flags);
  }

  private static Path folder(String value) {
    Path folder = Path.of(value);
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException("Workflow directory '" + value + "' is not a directory.");
    }
    return folder;
  }

  private static Variable variable(String argument, String value) {
    try {
      return Variable.parse(value);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "Couldn't parse -workflow.variable argument: " + argument + ": " + e.getMessage(), e);
    }
  }

  boolean has(String flag) {
    return flags.contains(flag);
  }
}
