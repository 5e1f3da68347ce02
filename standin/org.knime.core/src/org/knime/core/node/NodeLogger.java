package org.knime.core.node;

import java.util.logging.Level;
import java.util.logging.Logger;

/** The log, here that of the JDK. */
public final class NodeLogger {
  private final Logger logger;

  private NodeLogger(String name) {
    logger = Logger.getLogger(name);
  }

  public static NodeLogger getLogger(Class<?> c) {
    return new NodeLogger(c.getName());
  }

  public void error(Object o) {
    logger.log(Level.SEVERE, () -> String.valueOf(o));
  }

  public void error(Object o, Throwable t) {
    logger.log(Level.SEVERE, t, () -> String.valueOf(o));
  }

  public void coding(Object o) {
    error("CODING PROBLEM\t" + o);
  }

  public void coding(Object o, Throwable t) {
    error("CODING PROBLEM\t" + o, t);
  }
}
