package org.enf.standin;

import java.nio.file.Path;
import java.util.Optional;
import org.knime.core.node.NodeSettings;

/** A node of a saved workflow. */
public final class WorkflowNode {
  private final int id;
  private final Path folder;
  private final NodeSettings settings;
  private final NodeRun run;

  WorkflowNode(int id, Path folder, NodeSettings settings, NodeRun run) {
    this.id = id;
    this.folder = folder;
    this.settings = settings;
    this.run = run;
  }

  /** Its number in the workflow. */
  public int id() {
    return id;
  }

  /** Where it is saved. */
  public Path folder() {
    return folder;
  }

  /** Its name; empty where the settings lack it. */
  public String name() {
    return settings.getString("node-name", "");
  }

  /** The class of its factory; empty where the settings lack it. */
  public String factory() {
    return settings.getString("factory", "");
  }

  /** Its bundle; empty where the settings lack it. */
  public String bundle() {
    return settings.getString("node-bundle-symbolic-name", "");
  }

  /** Whether a node of the runner takes the place of one of another bundle. */
  public boolean isDouble() {
    return run != null && NodeDouble.of(this).isPresent();
  }

  /** The node itself or its double, if it is one of our own or has one, and could be made. */
  public Optional<NodeRun> run() {
    return Optional.ofNullable(run);
  }

  NodeSettings settings() {
    return settings;
  }

  /** The settings of its model; null where there are none, as for a node never opened. */
  NodeSettings model() {
    return Settings.child(settings, "model");
  }

  VariableTree viewVariables() {
    return VariableTree.of(Settings.child(settings, "view_variables"));
  }

  VariableTree variables() {
    return VariableTree.of(Settings.child(settings, "variables"));
  }
}
