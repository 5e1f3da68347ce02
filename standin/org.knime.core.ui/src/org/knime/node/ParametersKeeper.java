package org.knime.node;

import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.webui.node.dialog.defaultdialog.NodeParametersUtil;
import org.knime.core.webui.node.dialog.defaultdialog.StandinDialog;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;

/** Holds the parameters of a model; there are none until they are loaded or it is configured. */
final class ParametersKeeper {
  private final Optional<Class<? extends NodeParameters>> modelClass;
  private final Optional<Class<? extends NodeParameters>> viewClass;
  private NodeParameters parameters;
  private PortObjectSpec[] specs;

  ParametersKeeper(
      Optional<Class<? extends NodeParameters>> modelClass,
      Optional<Class<? extends NodeParameters>> viewClass) {
    this.modelClass = modelClass;
    this.viewClass = viewClass;
  }

  /** The parameters; null where there are none. */
  NodeParameters parameters() {
    return parameters;
  }

  /** The parameters, made of the specs if there were none before. */
  NodeParameters parametersFor(PortObjectSpec[] inSpecs) throws InvalidSettingsException {
    specs = inSpecs;
    if (parameters == null && modelClass.isPresent()) {
      parameters = NodeParametersUtil.createSettings(modelClass.get(), input());
      parameters.validate();
    }
    return parameters;
  }

  private NodeParametersInput input() {
    return StandinDialog.input(specs);
  }

  void save(NodeSettingsWO settings) {
    if (modelClass.isPresent()) {
      NodeParameters saved = parameters;
      if (saved == null) {
        saved = NodeParametersUtil.createSettings(modelClass.get());
      }
      NodeParametersUtil.saveSettings(modelClass.get(), saved, settings);
    }
  }

  void validate(NodeSettingsRO settings) throws InvalidSettingsException {
    validate(settings, modelClass);
  }

  void validateView(NodeSettingsRO settings) throws InvalidSettingsException {
    validate(settings, viewClass);
  }

  private static void validate(
      NodeSettingsRO settings, Optional<Class<? extends NodeParameters>> type)
      throws InvalidSettingsException {
    if (type.isPresent()) {
      NodeParametersUtil.loadSettings(settings, type.get()).validate();
    }
  }

  void load(NodeSettingsRO settings) throws InvalidSettingsException {
    if (modelClass.isPresent()) {
      parameters = NodeParametersUtil.loadSettings(settings, modelClass.get());
    }
  }

  void saveViewDefaults(NodeSettingsWO settings) {
    if (viewClass.isPresent()) {
      NodeParameters defaults =
          specs == null
              ? NodeParametersUtil.createSettings(viewClass.get())
              : NodeParametersUtil.createSettings(viewClass.get(), input());
      NodeParametersUtil.saveSettings(viewClass.get(), defaults, settings);
    }
  }
}
