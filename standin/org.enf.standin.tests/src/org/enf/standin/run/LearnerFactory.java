package org.enf.standin.run;

import java.util.Map;
import org.enf.standin.ports.Weights;
import org.enf.standin.ports.WeightsSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.DefaultView.ViewInput;

/** Learns the mean of a column, in more steps than it takes. */
@SuppressWarnings("restriction")
public final class LearnerFactory extends DefaultNodeFactory {
  private static final DefaultNode NODE =
      DefaultNode.create()
          .name("Mean Learner")
          .icon("./icons/node.png")
          .shortDescription("Learns a mean.")
          .fullDescription("Learns a mean.")
          .sinceVersion(5, 8, 0)
          .ports(
              ports ->
                  ports
                      .addInputTable("Table", "What to learn from.")
                      .addOutputPort("Model", "What was learnt.", Weights.TYPE))
          .model(
              model ->
                  model
                      .parametersClass(LearnerParameters.class)
                      .configure(LearnerFactory::configure)
                      .execute(LearnerFactory::execute))
          .addView(
              view ->
                  view.withoutParameters()
                      .description("The loss.")
                      .page(
                          page ->
                              page.fromFile()
                                  .bundleClass(LearnerFactory.class)
                                  .basePath("view")
                                  .relativeFilePath("loss.html")
                                  .addResourceDirectory("scripts"))
                      .initialData(data -> data.data(LearnerFactory::initialData)))
          .nodeType(NodeType.Learner);

  /** For KNIME. */
  public LearnerFactory() {
    super(NODE);
  }

  private static void configure(ConfigureInput input, ConfigureOutput output)
      throws InvalidSettingsException {
    LearnerParameters parameters = input.getParameters();
    if (input.getInTableSpec(0).findColumnIndex(parameters.m_column) < 0) {
      throw new InvalidSettingsException("There is no column \"" + parameters.m_column + "\".");
    }
    output.setOutSpec(0, new WeightsSpec(1));
  }

  private static void execute(ExecuteInput input, ExecuteOutput output)
      throws CanceledExecutionException, KNIMEException {
    LearnerParameters parameters = input.getParameters();
    ExecutionContext context = input.getExecutionContext();
    BufferedDataTable table = input.getInTable(0);
    if (table.size() == 0) {
      throw new KNIMEException("There is nothing to learn from.");
    }
    BufferedDataContainer losses =
        context.createDataContainer(
            new DataTableSpec(new DataColumnSpecCreator("loss", DoubleCell.TYPE).createSpec()));
    double mean = mean(table, parameters.m_column);
    for (int epoch = 1; epoch <= parameters.m_epochs; epoch++) {
      context.checkCanceled();
      context.setProgress((double) epoch / parameters.m_epochs, "Epoch " + epoch);
      losses.addRowToTable(new DefaultRow("Epoch " + epoch, new DoubleCell(1.0 / epoch)));
    }
    losses.close();
    output.setOutData(0, new Weights(mean));
    output.setInternalData(losses.getTable());
  }

  private static double mean(BufferedDataTable table, String column) {
    int index = table.getDataTableSpec().findColumnIndex(column);
    double sum = 0;
    for (DataRow row : table) {
      sum += ((DoubleValue) row.getCell(index)).getDoubleValue();
    }
    return sum / table.size();
  }

  private static Map<String, Object> initialData(ViewInput input) {
    return Map.of("epochs", ((BufferedDataTable) input.getInternalPortObjects()[0]).size());
  }
}
