package org.enf.knime.execution;

import org.enf.core.text.Words;
import org.knime.core.node.InvalidSettingsException;

/**
 * Checks of settings. What a dialog forbids still comes from a workflow's file or a flow variable,
 * so nodes check it again.
 */
public final class Requirements {
  private Requirements() {}

  /**
   * Requires a whole number in a range.
   *
   * @param name of the setting, as the dialog shows it
   * @throws InvalidSettingsException if it is not
   */
  public static void inRange(String name, long value, long least, long most)
      throws InvalidSettingsException {
    if (value < least || value > most) {
      throw new InvalidSettingsException(
          "\""
              + name
              + "\" must be "
              + Words.number(least)
              + " to "
              + Words.number(most)
              + ", not "
              + Words.number(value)
              + ".");
    }
  }

  /**
   * Requires a number above a bound and at most another.
   *
   * @param name of the setting, as the dialog shows it
   * @throws InvalidSettingsException if it is not
   */
  public static void above(String name, double value, double bound, double most)
      throws InvalidSettingsException {
    if (!(value > bound && value <= most)) {
      throw new InvalidSettingsException(
          "\""
              + name
              + "\" must be above "
              + bound
              + " and at most "
              + most
              + ", not "
              + value
              + ".");
    }
  }

  /**
   * Requires a share.
   *
   * @param name of the setting, as the dialog shows it
   * @param most the largest
   * @throws InvalidSettingsException if it is negative or larger
   */
  public static void share(String name, double value, double most) throws InvalidSettingsException {
    if (!(value >= 0 && value <= most)) {
      throw new InvalidSettingsException(
          "\"" + name + "\" must be 0 to " + most + ", not " + value + ".");
    }
  }

  /**
   * Requires something else.
   *
   * @throws InvalidSettingsException with this sentence if it does not hold
   */
  public static void require(boolean holds, String sentence) throws InvalidSettingsException {
    if (!holds) {
      throw new InvalidSettingsException(sentence);
    }
  }
}
