package org.enf.standin;

import java.util.List;
import java.util.Optional;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;

/**
 * What came of an execution.
 *
 * @param objects the outputs
 * @param warning what it puts on the node
 * @param progress what the user saw meanwhile
 */
public record Executed(
    List<PortObject> objects, Optional<String> warning, List<Progress> progress) {
  /**
   * What the user saw at one moment.
   *
   * @param fraction how much is done, from 0 to 1; null as long as nothing was said
   * @param message what is being done; null as long as nothing was said
   */
  public record Progress(Double fraction, String message) {}

  /**
   * An output.
   *
   * @param <T> its class
   */
  public <T extends PortObject> T object(int output, Class<T> type) {
    return type.cast(objects.get(output));
  }

  /** An output that is a table. */
  public BufferedDataTable table(int output) {
    return object(output, BufferedDataTable.class);
  }

  /** All messages, each once, in order. */
  public List<String> messages() {
    return progress.stream()
        .map(Progress::message)
        .filter(message -> message != null)
        .distinct()
        .toList();
  }
}
