package org.enf.standin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;

/** Takes the connections that KNIME would, and tells why not of the others. */
final class ConnectionChecks {
  private final Map<Integer, WorkflowNode> nodes;
  private final Findings findings;
  private final List<Connection> connections = new ArrayList<>();

  ConnectionChecks(Map<Integer, WorkflowNode> nodes, Findings findings) {
    this.nodes = nodes;
    this.findings = findings;
  }

  List<Connection> connections() {
    return List.copyOf(connections);
  }

  void add(Connection connection) {
    String reason = refusal(connection);
    if (reason == null) {
      connections.add(connection);
    } else {
      findings.error(0, reason);
    }
  }

  private String refusal(Connection connection) {
    WorkflowNode source = nodes.get(connection.source());
    WorkflowNode target = nodes.get(connection.target());
    if (connection.source() == connection.target()) {
      return "Source and Destination must not be equal, id is " + connection.source();
    } else if (source == null || target == null) {
      return "Unable to load node connection "
          + connection
          + (source == null ? ", source" : ", destination")
          + " node does not exist";
    } else if (connections.contains(connection)) {
      return "Duplicate connection information: " + connection;
    }
    String why = why(connection, source, target);
    return why == null ? null : "Unable to insert connection \"" + connection + "\": " + why;
  }

  private String why(Connection connection, WorkflowNode source, WorkflowNode target) {
    PortType[] outputs = source.run().map(run -> run.node().outputs()).orElse(null);
    PortType[] inputs = target.run().map(run -> run.node().inputs()).orElse(null);
    if (isOutside(connection.sourcePort(), outputs)) {
      return "node " + source.id() + " has no output " + connection.sourcePort();
    } else if (isOutside(connection.targetPort(), inputs)) {
      return "node " + target.id() + " has no input " + connection.targetPort();
    }
    boolean taken =
        connections.stream()
            .anyMatch(
                other ->
                    other.target() == connection.target()
                        && other.targetPort() == connection.targetPort());
    if (taken) {
      return "another one leads there";
    }
    Optional<PortType> from = type(connection.sourcePort(), outputs);
    Optional<PortType> to = type(connection.targetPort(), inputs);
    if (from.isPresent() && to.isPresent() && !fit(from.get(), to.get())) {
      return from.get().getName() + " does not fit " + to.get().getName();
    }
    boolean variables = connection.sourcePort() == 0;
    if (variables != (connection.targetPort() == 0)) {
      return "flow variables do not fit data";
    }
    return isReachable(connection.target(), connection.source()) ? "it closes a circle" : null;
  }

  private static boolean isOutside(int port, PortType[] types) {
    return port < 0 || (types != null && port > types.length);
  }

  private static Optional<PortType> type(int port, PortType[] types) {
    return types == null || port == 0 ? Optional.empty() : Optional.of(types[port - 1]);
  }

  private static boolean fit(PortType from, PortType to) {
    Class<? extends PortObject> source = from.getPortObjectClass();
    Class<? extends PortObject> target = to.getPortObjectClass();
    if (source == BufferedDataTable.class || target == BufferedDataTable.class) {
      return source == target;
    }
    return from.isSuperTypeOf(to) || to.isSuperTypeOf(from);
  }

  private boolean isReachable(int from, int to) {
    Set<Integer> reached = new HashSet<>(Set.of(from));
    boolean grows = true;
    while (grows) {
      grows = false;
      for (Connection connection : connections) {
        if (reached.contains(connection.source())) {
          grows |= reached.add(connection.target());
        }
      }
    }
    return reached.contains(to);
  }
}
