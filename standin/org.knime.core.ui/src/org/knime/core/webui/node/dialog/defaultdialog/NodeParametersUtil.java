package org.knime.core.webui.node.dialog.defaultdialog;

import java.util.Arrays;
import java.util.Objects;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.webui.node.dialog.defaultdialog.persistence.Codecs;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;

/** Makes, writes and reads parameters. */
public final class NodeParametersUtil {
  private NodeParametersUtil() {}

  /** The input of a node of which nothing but the specs at its ports is known. */
  public static NodeParametersInput createDefaultNodeSettingsContext(PortObjectSpec[] specs) {
    Objects.requireNonNull(specs, "Port object specs must not be null.");
    PortType[] types = new PortType[specs.length];
    Arrays.fill(types, PortObject.TYPE);
    return new NodeParametersInputImpl(types, null, specs, null);
  }

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
      Class<S> clazz, PortObjectSpec[] specs) {
    return createSettings(clazz, createDefaultNodeSettingsContext(specs));
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
