package org.enf.standin.run;

import org.enf.standin.ports.Weights;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;

/** Writes what a model holds into a table, once for each row of another table if there is one. */
public final class ApplierFactory extends DefaultNodeFactory {
  private static final DataTableSpec SPEC =
      new DataTableSpec(new DataColumnSpecCreator("mean", DoubleCell.TYPE).createSpec());

  private static final DefaultNode NODE =
      DefaultNode.create()
          .name("Mean Applier")
          .icon("icons/missing.png")
          .shortDescription("Applies a mean.")
          .fullDescription("Applies a mean.")
          .sinceVersion(5, 8, 0)
          .dynamicPorts(
              ports ->
                  ports
                      .addInputPortGroup(
                          "Model",
                          port -> port.name("Model").description("It.").fixed(Weights.TYPE))
                      .addInputPortGroup(
                          "Rows",
                          port ->
                              port.name("Rows")
                                  .description("How many rows.")
                                  .optional()
                                  .supportedTypes(BufferedDataTable.TYPE))
                      .addOutputPortGroup(
                          "Means",
                          port ->
                              port.name("Means")
                                  .description("The mean.")
                                  .fixed(BufferedDataTable.TYPE)))
          .model(
              model ->
                  model
                      .parametersClass(Parameters.class)
                      .configure((input, output) -> output.setOutSpecs(SPEC))
                      .execute(ApplierFactory::execute));

  /** For KNIME. */
  public ApplierFactory() {
    super(NODE);
  }

  static final class Parameters implements NodeParameters {
    double m_factor = 1;
  }

  private static void execute(ExecuteInput input, ExecuteOutput output) {
    Parameters parameters = input.getParameters();
    Weights model = input.getInPortObject(0);
    boolean hasRows = input.getInPortObjects().length > 1;
    long rows = hasRows ? input.getInTable(1).size() : 1;
    BufferedDataContainer container = input.getExecutionContext().createDataContainer(SPEC);
    for (long i = 0; i < rows; i++) {
      container.addRowToTable(
          new DefaultRow("Row" + i, new DoubleCell(model.values()[0] * parameters.m_factor)));
    }
    container.close();
    output.setOutData(container.getTable());
  }
}
