package org.enf.core.reference;

import java.util.List;
import java.util.stream.Collectors;

/** All handlers of the reference's files. */
final class VectorHandlers {
  static final List<VectorHandler> ALL =
      List.of(
          new VelocityHandler("egnn_dynamics"),
          new VelocityHandler("egnn_positional"),
          new VelocityHandler("gnn_positional"),
          new DequantizerHandler(),
          new ActNormHandler(),
          new FullBoundHandler(),
          new PriorHandler(),
          new JensenShannonHandler(),
          new StabilityHandler());

  private VectorHandlers() {}

  /** The handler of a file name; fails if there is none. */
  static VectorHandler of(String fileName) {
    for (VectorHandler handler : ALL) {
      if (fileName.startsWith(handler.prefix())) {
        return handler;
      }
    }
    throw new AssertionError(
        "nothing is known of "
            + fileName
            + "; the names of reference vectors begin with one of "
            + ALL.stream().map(VectorHandler::prefix).collect(Collectors.joining(", "))
            + ". Add a VectorHandler for new ones.");
  }
}
