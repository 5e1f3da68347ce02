package org.enf.core.molecule.io;

import org.openscience.cdk.tools.ILoggingTool;
import org.openscience.cdk.tools.LoggingToolFactory;

/**
 * Leads CDK's log into the platform's, at debug level. CDK itself would print to the error stream,
 * a line an atom at times; what matters to the user comes as an exception anyway.
 */
public final class CdkLog implements ILoggingTool {
  private final System.Logger log;

  private CdkLog(Class<?> source) {
    log = System.getLogger(source.getName());
  }

  /** Makes CDK classes that are loaded from now on write here. */
  static void install() {
    LoggingToolFactory.setLoggingToolClass(CdkLog.class);
  }

  /**
   * The log of one class; called by CDK.
   *
   * @param source the class that logs
   */
  public static ILoggingTool create(Class<?> source) {
    return new CdkLog(source);
  }

  private void write(Object first, Object... more) {
    if (isDebugEnabled()) {
      StringBuilder line = new StringBuilder().append(first);
      for (Object part : more) {
        line.append(part);
      }
      log.log(System.Logger.Level.DEBUG, line.toString());
    }
  }

  @Override
  public void dumpSystemProperties() {
    write("system properties are not logged");
  }

  @Override
  public void setStackLength(int length) {
    write("stack traces are not cut");
  }

  @Override
  public void dumpClasspath() {
    write("the class path is not logged");
  }

  @Override
  public void debug(Object object) {
    write(object);
  }

  @Override
  public void debug(Object object, Object... objects) {
    write(object, objects);
  }

  @Override
  public void error(Object object) {
    write(object);
  }

  @Override
  public void error(Object object, Object... objects) {
    write(object, objects);
  }

  @Override
  public void fatal(Object object) {
    write(object);
  }

  @Override
  public void info(Object object) {
    write(object);
  }

  @Override
  public void info(Object object, Object... objects) {
    write(object, objects);
  }

  @Override
  public void warn(Object object) {
    write(object);
  }

  @Override
  public void warn(Object object, Object... objects) {
    write(object, objects);
  }

  @Override
  public boolean isDebugEnabled() {
    return log.isLoggable(System.Logger.Level.DEBUG);
  }

  @Override
  public void setLevel(int level) {
    write("the level is set in the platform's log");
  }

  @Override
  public int getLevel() {
    return isDebugEnabled() ? DEBUG : OFF;
  }
}
