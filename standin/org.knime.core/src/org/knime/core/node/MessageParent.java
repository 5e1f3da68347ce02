package org.knime.core.node;

import java.util.List;
import java.util.function.Supplier;

/** A monitor that shows the messages of a share of its work after its own. */
interface MessageParent {
  void append(Supplier<List<String>> below);
}
