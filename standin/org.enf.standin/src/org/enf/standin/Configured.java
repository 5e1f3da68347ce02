package org.enf.standin;

import java.util.List;
import java.util.Optional;
import org.knime.core.node.port.PortObjectSpec;

/**
 * What came of a configuration.
 *
 * @param specs those of the outputs; null where the node left one open
 * @param warning what it puts on the node
 */
public record Configured(List<PortObjectSpec> specs, Optional<String> warning) {
  /**
   * The spec of an output.
   *
   * @param <S> its class
   */
  public <S extends PortObjectSpec> S spec(int output, Class<S> type) {
    return type.cast(specs.get(output));
  }
}
