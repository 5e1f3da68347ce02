package org.enf.standin.run;

import java.util.List;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ColumnChoicesProvider;

/** Picks a column by itself where it can. */
final class LearnerParameters implements NodeParameters {
  /** The columns of numbers. */
  static final class Numbers implements ColumnChoicesProvider {
    static List<DataColumnSpec> of(DataTableSpec table) {
      return table.stream().filter(each -> each.getType().isCompatible(DoubleValue.class)).toList();
    }

    @Override
    public List<DataColumnSpec> columnChoices(NodeParametersInput context) {
      return context.getInTableSpec(0).map(Numbers::of).orElse(List.of());
    }
  }

  /** For KNIME. */
  LearnerParameters() {}

  /** For KNIME, with what is at the inputs. */
  LearnerParameters(NodeParametersInput input) {
    m_column =
        input
            .getInTableSpec(0)
            .flatMap(table -> Numbers.of(table).stream().findFirst())
            .map(DataColumnSpec::getName)
            .orElse("");
  }

  @Widget(title = "Column", description = "What is learnt.")
  @ChoicesProvider(Numbers.class)
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
