package org.enf.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.AbstractConfigEntry;
import org.knime.core.node.config.base.ConfigBase;

/** Which settings of a node flow variables replace, and which become flow variables. */
final class VariableTree {
  private static final String USED = "used_variable";
  private static final String EXPOSED = "exposed_variable";

  private final NodeSettings tree;

  private VariableTree(NodeSettings tree) {
    this.tree = tree;
  }

  /**
   * The one of a node.
   *
   * @param variables the settings beside those of the model; null where there are none
   */
  static VariableTree of(NodeSettings variables) {
    NodeSettings tree = variables == null ? null : Settings.child(variables, "tree");
    return new VariableTree(tree == null ? new NodeSettings("tree") : tree);
  }

  /**
   * Replaces settings by variables.
   *
   * @return the variables that the settings are exposed as
   * @throws InvalidSettingsException if a variable is missing or does not fit
   */
  List<Variable> apply(NodeSettings settings, Map<String, Variable> variables)
      throws InvalidSettingsException {
    List<Variable> exposed = new ArrayList<>();
    apply(settings, tree, variables, exposed);
    return exposed;
  }

  private static void apply(
      NodeSettings settings,
      NodeSettings tree,
      Map<String, Variable> variables,
      List<Variable> exposed)
      throws InvalidSettingsException {
    for (String key : List.copyOf(settings.keySet())) {
      NodeSettings below = Settings.child(tree, key);
      if (below == null || key.endsWith("_Internals")) {
        continue;
      }
      NodeSettings group = Settings.child(settings, key);
      if (group != null && !isLeaf(below)) {
        apply(group, below, variables, exposed);
        continue;
      }
      String used = below.getString(USED);
      String name = below.getString(EXPOSED);
      if (used != null) {
        Variable variable = variables.get(used);
        if (variable == null) {
          throw new InvalidSettingsException("Unknown variable \"" + used + "\"");
        }
        variable.overwrite(settings, key);
      }
      if (name != null) {
        exposed.add(Variable.of(name, settings, key));
      }
    }
  }

  private static boolean isLeaf(NodeSettings tree) {
    return tree.keySet().stream().noneMatch(key -> tree.getEntry(key) instanceof ConfigBase);
  }

  /** The paths of the settings in the tree that there are none of, which KNIME passes over. */
  List<String> unknown(NodeSettings settings) {
    List<String> unknown = new ArrayList<>();
    unknown(settings, tree, "", unknown);
    return unknown;
  }

  private static void unknown(
      NodeSettings settings, NodeSettings tree, String prefix, List<String> unknown) {
    for (String key : tree) {
      NodeSettings below = Settings.child(tree, key);
      AbstractConfigEntry entry = settings.getEntry(key);
      if (entry == null) {
        unknown.add(prefix + key);
      } else if (below != null && entry instanceof NodeSettings group && !isLeaf(below)) {
        unknown(group, below, prefix + key + "/", unknown);
      }
    }
  }

  /** The names of all variables that replace settings. */
  List<String> used() throws InvalidSettingsException {
    List<String> used = new ArrayList<>();
    used(tree, used);
    return used;
  }

  private static void used(NodeSettings tree, List<String> used) throws InvalidSettingsException {
    for (String key : tree) {
      NodeSettings below = Settings.child(tree, key);
      if (below != null && !isLeaf(below)) {
        used(below, used);
      } else if (below != null && below.getString(USED) != null) {
        used.add(below.getString(USED));
      }
    }
  }
}
