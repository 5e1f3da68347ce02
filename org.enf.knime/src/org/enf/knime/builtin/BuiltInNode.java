package org.enf.knime.builtin;

import java.io.IOException;
import org.enf.core.model.EnfModel;
import org.enf.knime.port.EnfModelPortObject;
import org.enf.knime.port.EnfModelPortObjectSpec;
import org.enf.knime.view.ModelPage;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** Configures and executes the E-NF Built-in Model. */
final class BuiltInNode {
  private BuiltInNode() {}

  static void configure(ConfigureInput in, ConfigureOutput out) throws InvalidSettingsException {
    try {
      out.setOutSpec(0, EnfModelPortObjectSpec.of(model(in.getParameters())));
    } catch (IOException e) {
      throw new InvalidSettingsException(e.getMessage(), e);
    }
  }

  static void execute(ExecuteInput in, ExecuteOutput out) throws KNIMEException {
    try {
      EnfModel model = model(in.getParameters());
      out.setOutData(0, new EnfModelPortObject(model));
      out.setInternalData(ModelPage.table(model, in.getExecutionContext()));
    } catch (IOException e) {
      throw new KNIMEException(e.getMessage(), e);
    }
  }

  private static EnfModel model(BuiltInParameters parameters) throws IOException {
    return parameters.model.model().read();
  }
}
