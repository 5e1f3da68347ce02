package org.knime.core.node;

import java.util.function.Supplier;
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

  public static NodeLogger getLogger(String s) {
    return new NodeLogger(s);
  }

  public void debug(Object o) {
    logger.log(Level.FINE, () -> String.valueOf(o));
  }

  public void debug(Object o, Throwable t) {
    logger.log(Level.FINE, t, () -> String.valueOf(o));
  }

  public void debug(Throwable throwable) {
    debug(throwable.getMessage(), throwable);
  }

  public void debug(Supplier<Object> s) {
    logger.log(Level.FINE, () -> String.valueOf(s.get()));
  }

  public void debugWithFormat(String format, Object... args) {
    logger.log(Level.FINE, () -> String.format(format, args));
  }

  public void info(Object o) {
    logger.log(Level.INFO, () -> String.valueOf(o));
  }

  public void info(Object o, Throwable t) {
    logger.log(Level.INFO, t, () -> String.valueOf(o));
  }

  public void info(Throwable throwable) {
    info(throwable.getMessage(), throwable);
  }

  public void info(Supplier<Object> s) {
    logger.log(Level.INFO, () -> String.valueOf(s.get()));
  }

  public void infoWithFormat(String format, Object... args) {
    logger.log(Level.INFO, () -> String.format(format, args));
  }

  public void warn(Object o) {
    logger.log(Level.WARNING, () -> String.valueOf(o));
  }

  public void warn(Object o, Throwable t) {
    logger.log(Level.WARNING, t, () -> String.valueOf(o));
  }

  public void warn(Throwable throwable) {
    warn(throwable.getMessage(), throwable);
  }

  public void warn(Supplier<Object> s) {
    logger.log(Level.WARNING, () -> String.valueOf(s.get()));
  }

  public void warnWithFormat(String format, Object... args) {
    logger.log(Level.WARNING, () -> String.format(format, args));
  }

  public void error(Object o) {
    logger.log(Level.SEVERE, () -> String.valueOf(o));
  }

  public void error(Object o, Throwable t) {
    logger.log(Level.SEVERE, t, () -> String.valueOf(o));
  }

  public void error(Throwable throwable) {
    error(throwable.getMessage(), throwable);
  }

  public void error(Supplier<Object> s) {
    logger.log(Level.SEVERE, () -> String.valueOf(s.get()));
  }

  public void errorWithFormat(String format, Object... args) {
    logger.log(Level.SEVERE, () -> String.format(format, args));
  }

  public void fatal(Object o) {
    logger.log(Level.SEVERE, () -> String.valueOf(o));
  }

  public void fatal(Object o, Throwable t) {
    logger.log(Level.SEVERE, t, () -> String.valueOf(o));
  }

  public void fatal(Throwable throwable) {
    fatal(throwable.getMessage(), throwable);
  }

  public void fatal(Supplier<Object> s) {
    logger.log(Level.SEVERE, () -> String.valueOf(s.get()));
  }

  public void fatalWithFormat(String format, Object... args) {
    logger.log(Level.SEVERE, () -> String.format(format, args));
  }

  public void coding(Object o) {
    error("CODING PROBLEM\t" + o);
  }

  public void coding(Object o, Throwable t) {
    error("CODING PROBLEM\t" + o, t);
  }

  public boolean isDebugEnabled() {
    return logger.isLoggable(Level.FINE);
  }

  public boolean isInfoEnabled() {
    return logger.isLoggable(Level.INFO);
  }
}
