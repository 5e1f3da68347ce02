package org.enf.standin;

import java.nio.file.Path;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.StandinNode;

/** Makes contexts for tests that need no file stores. */
final class Contexts {
  private Contexts() {}

  static ExecutionContext create() {
    return StandinNode.context(new DefaultNodeProgressMonitor(), Path.of("no-file-stores"));
  }
}
