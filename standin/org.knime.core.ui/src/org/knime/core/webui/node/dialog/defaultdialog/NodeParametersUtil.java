package org.knime.core.webui.node.dialog.defaultdialog;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.webui.node.dialog.defaultdialog.persistence.Codecs;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;

/** Makes, writes and reads parameters. */
public final class NodeParametersUtil {
  private NodeParametersUtil() {}

  /**
   * Reads parameters.
   *
   * @param <S> their class
   * @throws InvalidSettingsException if a key is missing or holds something else
   */
  public static <S extends NodeParameters> S loadSettings(NodeSettingsRO settings, Class<S> clazz)
      throws InvalidSettingsException {
    return Codecs.load(clazz, settings);
  }

  /**
   * Makes the parameters with which a node starts.
   *
   * @param <S> their class
   */
  public static <S extends NodeParameters> S createSettings(
      Class<S> clazz, NodeParametersInput context) {
    return Instantiation.of(clazz, context);
  }

  /**
   * Makes the parameters of a node without any input.
   *
   * @param <S> their class
   */
  public static <S extends NodeParameters> S createSettings(Class<S> clazz) {
    return Instantiation.of(clazz);
  }

  /**
   * Writes parameters.
   *
   * @throws IllegalArgumentException if they are none of that class, or have a field of a type that
   *     cannot be written
   */
  public static void saveSettings(
      Class<? extends NodeParameters> settingsClass,
      NodeParameters settingsObject,
      NodeSettingsWO settings) {
    if (!settingsClass.isInstance(settingsObject)) {
      throw new IllegalArgumentException(
          "The provided settingsObject is not an instance of the provided settingsClass.");
    }
    Codecs.save(settingsObject, settings);
  }
}
