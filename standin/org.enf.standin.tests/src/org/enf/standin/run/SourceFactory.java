package org.enf.standin.run;

import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Makes a table of numbers. */
public final class SourceFactory extends DefaultNodeFactory {
  private static final DefaultNode NODE =
      DefaultNode.create()
          .name("Number Source")
          .icon("icons/node.png")
          .shortDescription("Makes numbers.")
          .fullDescription("Makes <b>numbers</b> &amp; nothing else.")
          .sinceVersion(5, 8, 0)
          .ports(ports -> ports.addOutputTable("Numbers", "The numbers."))
          .model(
              model ->
                  model
                      .parametersClass(SourceParameters.class)
                      .configure(SourceFactory::configure)
                      .execute(SourceFactory::execute))
          .keywords("numbers", "source")
          .addExternalResource("https://www.knime.com", "What KNIME is");

  /** For KNIME. */
  public SourceFactory() {
    super(NODE);
  }

  private static DataTableSpec spec(SourceParameters parameters) {
    return new DataTableSpec(
        new DataColumnSpecCreator(parameters.m_column.m_name, DoubleCell.TYPE).createSpec());
  }

  private static void configure(ConfigureInput input, ConfigureOutput output) {
    SourceParameters parameters = input.getParameters();
    if (parameters.m_count > 100) {
      output.setWarningMessage("That is a lot.");
    }
    output.setOutSpec(0, spec(parameters));
  }

  private static void execute(ExecuteInput input, ExecuteOutput output) {
    SourceParameters parameters = input.getParameters();
    BufferedDataContainer container =
        input.getExecutionContext().createDataContainer(spec(parameters));
    for (int i = 0; i < parameters.m_count; i++) {
      double value = parameters.m_start + i;
      if (parameters.m_shape == SourceParameters.Shape.PARABOLA) {
        value = value * value / parameters.m_width;
      }
      value = Math.min(value, parameters.m_limit.orElse(Double.POSITIVE_INFINITY));
      container.addRowToTable(
          new DefaultRow(parameters.m_column.m_prefix + i, new DoubleCell(value)));
    }
    container.close();
    output.setOutData(0, container.getTable());
  }
}
