package org.enf.standin.run;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider.DoubleColumnsProvider;

/** Picks a column by itself where it can. */
final class LearnerParameters implements NodeParameters {
  /** For KNIME. */
  LearnerParameters() {}

  /** For KNIME, with what is at the inputs. */
  LearnerParameters(NodeParametersInput input) {
    m_column =
        ColumnSelectionUtil.getCompatibleColumnsOfFirstPort(input, DoubleValue.class).stream()
            .findFirst()
            .map(DataColumnSpec::getName)
            .orElse("");
  }

  @Widget(title = "Column", description = "What is learnt.")
  @ChoicesProvider(DoubleColumnsProvider.class)
  String m_column = "";

  @Widget(title = "Epochs", description = "How often.")
  int m_epochs = 4;

  @Override
  public void validate() throws InvalidSettingsException {
    if (m_epochs < 0) {
      throw new InvalidSettingsException("Less than no epochs.");
    }
  }
}
