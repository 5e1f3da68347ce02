package org.knime.core.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.knime.core.node.context.ports.ModifiablePortsConfiguration;
import org.knime.core.node.port.PortType;

/** The groups of ports of one node, by their names. */
final class PortGroups implements ModifiablePortsConfiguration {
  private final Map<String, Group> groups;

  PortGroups(Map<String, Group> groups) {
    this.groups = groups;
  }

  @Override
  public PortType[] getInputPorts() {
    return ports(Group::input);
  }

  @Override
  public PortType[] getOutputPorts() {
    return ports(Group::output);
  }

  private PortType[] ports(Predicate<Group> side) {
    return groups.values().stream()
        .filter(side)
        .flatMap(group -> group.ports().stream())
        .toArray(PortType[]::new);
  }

  @Override
  public void saveSettingsTo(NodeSettingsWO settings) {
    groups.forEach((name, group) -> group.save(settings.addNodeSettings(name)));
  }

  @Override
  public void loadSettingsFrom(NodeSettingsRO settings) throws InvalidSettingsException {
    for (Map.Entry<String, Group> entry : groups.entrySet()) {
      if (settings.containsKey(entry.getKey())) {
        entry.getValue().load(settings.getNodeSettings(entry.getKey()));
      }
    }
  }

  /** The ports of a group, fixed ones or those that the user has added. */
  record Group(boolean input, boolean output, boolean fixed, List<PortType> ports) {
    static Group fixed(boolean input, boolean output, PortType... types) {
      return new Group(input, output, true, List.of(types));
    }

    static Group optional(boolean input, boolean output, PortType type) {
      List<PortType> ports = new ArrayList<>();
      if (type != null) {
        ports.add(type);
      }
      return new Group(input, output, false, ports);
    }

    void save(NodeSettingsWO settings) {
      for (int i = 0; i < ports.size() && !fixed; i++) {
        ports.get(i).save(settings.addNodeSettings("port_" + i));
      }
    }

    void load(NodeSettingsRO settings) throws InvalidSettingsException {
      if (fixed) {
        return;
      }
      ports.clear();
      for (String key : settings) {
        ports.add(PortType.load(settings.getNodeSettings(key)));
      }
    }
  }
}
