package org.enf.knime.likelihood;

import java.util.ArrayList;
import java.util.List;
import org.enf.core.egnn.Engine;
import org.enf.core.flow.ErrorControl;
import org.enf.core.model.EnfModel;
import org.enf.core.model.LikelihoodEvaluator;
import org.enf.core.ode.StoppedException;
import org.enf.knime.execution.LeftOut;
import org.enf.knime.execution.NodeStop;
import org.enf.knime.execution.Warnings;
import org.enf.knime.molecule.MoleculeColumn;
import org.enf.knime.molecule.MoleculeRow;
import org.enf.knime.molecule.MoleculeRows;
import org.enf.knime.port.EnfModelPortObject;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** Configures and executes the E-NF Likelihood. */
final class LikelihoodNode {
  private LikelihoodNode() {}

  static void configure(ConfigureInput in, ConfigureOutput out) throws InvalidSettingsException {
    LikelihoodParameters parameters = in.getParameters();
    DataTableSpec table = in.getInPortSpec(1);
    MoleculeColumn.of(table, parameters.moleculeColumn);
    out.setOutSpec(0, LikelihoodTable.spec(table));
  }

  static void execute(ExecuteInput in, ExecuteOutput out)
      throws CanceledExecutionException, KNIMEException {
    LikelihoodParameters parameters = in.getParameters();
    ExecutionContext exec = in.getExecutionContext();
    EnfModelPortObject port = in.getInPortObject(0);
    BufferedDataTable table = in.getInPortObject(1);
    EnfModel model = port.model();
    Warnings warnings = new Warnings();
    LeftOut leftOut = new LeftOut();
    try (Engine engine = parameters.device.open(warnings);
        LikelihoodEvaluator evaluator =
            new LikelihoodEvaluator(
                model,
                engine,
                new LikelihoodEvaluator.Settings(
                    parameters.solver.solver(model, parameters.steps, parameters.tolerance),
                    ErrorControl.PER_MOLECULE,
                    parameters.trace.method(parameters.probes),
                    parameters.seed));
        MoleculeRows rows =
            new MoleculeRows(
                table,
                MoleculeColumn.of(table.getDataTableSpec(), parameters.moleculeColumn),
                exec,
                leftOut)) {
      LikelihoodTable values =
          new LikelihoodTable(table.getDataTableSpec(), evaluator, new NodeStop(exec), leftOut);
      out.setOutData(0, fill(values, rows, parameters.batchSize, table, exec));
      out.setInternalData(values.page().table(leftOut.count(), exec));
    } catch (InvalidSettingsException e) {
      throw new KNIMEException(e.getMessage(), e);
    }
    warnings.add(leftOut.sentence("without a value"));
    warnings.tell(out::setWarningMessage);
  }

  private static BufferedDataTable fill(
      LikelihoodTable values,
      MoleculeRows rows,
      int batchSize,
      BufferedDataTable table,
      ExecutionContext exec)
      throws CanceledExecutionException {
    values.begin(exec);
    List<MoleculeRow> batch = new ArrayList<>();
    try {
      for (MoleculeRow row = rows.next(); row != null; row = rows.next()) {
        batch.add(row);
        if (batch.size() == batchSize) {
          values.add(batch);
          batch.clear();
        }
      }
      values.add(batch);
    } catch (StoppedException e) {
      exec.checkCanceled();
      throw e;
    }
    return exec.createJoinedTable(table, values.close(), exec.createSilentSubProgress(0));
  }
}
