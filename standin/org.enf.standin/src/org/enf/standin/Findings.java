package org.enf.standin;

import java.util.ArrayList;
import java.util.List;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.AbstractConfigEntry;
import org.knime.core.node.config.base.ConfigBase;
import org.knime.core.node.config.base.ConfigEntries;

/** Collects what is wrong with a workflow. */
final class Findings {
  private final List<Finding> found = new ArrayList<>();

  void error(int node, String message) {
    found.add(new Finding(Finding.Severity.ERROR, node, message));
  }

  void warning(int node, String message) {
    found.add(new Finding(Finding.Severity.WARNING, node, message));
  }

  List<Finding> all() {
    return List.copyOf(found);
  }

  /**
   * Looks for keys that KNIME does not do without.
   *
   * @param what what KNIME cannot load without them
   * @return whether all are there
   */
  boolean need(int node, String what, ConfigBase settings, ConfigEntries type, String... keys) {
    boolean complete = true;
    for (String key : keys) {
      AbstractConfigEntry entry = settings.getEntry(key);
      if (entry == null || entry.getType() != type) {
        error(node, what + ": " + name(type) + " for key \"" + key + "\" not found.");
        complete = false;
      }
    }
    return complete;
  }

  private static String name(ConfigEntries type) {
    return switch (type) {
      case xstring -> "String";
      case xint -> "Int";
      case xboolean -> "Boolean";
      case config -> "Config";
      default -> type.name();
    };
  }

  /** A group that KNIME does not do without; an empty one where it is missing. */
  NodeSettings group(int node, String what, NodeSettings settings, String key) {
    need(node, what, settings, ConfigEntries.config, key);
    NodeSettings group = Settings.child(settings, key);
    return group == null ? new NodeSettings(key) : group;
  }

  /** Checks an annotation of a workflow or a node. */
  void annotation(int node, String what, NodeSettings annotation) {
    need(node, what, annotation, ConfigEntries.xstring, "text", "alignment");
    need(
        node,
        what,
        annotation,
        ConfigEntries.xint,
        "bgcolor",
        "x-coordinate",
        "y-coordinate",
        "width",
        "height");
    NodeSettings styles = group(node, what, annotation, "styles");
    for (String key : styles) {
      NodeSettings style = Settings.child(styles, key);
      if (style != null) {
        need(node, what, style, ConfigEntries.xstring, "fontname");
        String[] numbers = {"start", "length", "fontstyle", "fontsize", "fgcolor"};
        need(node, what, style, ConfigEntries.xint, numbers);
      }
    }
  }
}
