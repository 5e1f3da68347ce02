package org.enf.knime.sampler;

import java.util.Optional;
import org.enf.core.dequantization.SizeDistribution;
import org.enf.core.egnn.Engine;
import org.enf.core.model.EnfModel;
import org.enf.knime.execution.Warnings;
import org.enf.knime.port.EnfModelPortObject;
import org.enf.knime.port.EnfModelPortObjectSpec;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** Configures and executes the E-NF Sampler. */
final class SamplerNode {
  private SamplerNode() {}

  static void configure(ConfigureInput in, ConfigureOutput out) throws InvalidSettingsException {
    SamplerParameters parameters = in.getParameters();
    EnfModelPortObjectSpec spec = in.getInPortSpec(0);
    Optional<SizeDistribution> known = spec == null ? Optional.empty() : spec.sizes();
    if (known.isPresent()) {
      try {
        parameters.of(known.get());
      } catch (IllegalArgumentException e) {
        throw new InvalidSettingsException(sizeProblem(e), e);
      }
    }
    out.setOutSpec(0, SampleTable.spec(parameters.logLikelihood));
  }

  private static String sizeProblem(IllegalArgumentException e) {
    return "The model cannot draw such molecules: "
        + e.getMessage()
        + ". Change \"Number of atoms\".";
  }

  static void execute(ExecuteInput in, ExecuteOutput out)
      throws CanceledExecutionException, KNIMEException {
    SamplerParameters parameters = in.getParameters();
    ExecutionContext exec = in.getExecutionContext();
    EnfModelPortObject port = in.getInPortObject(0);
    Warnings warnings = new Warnings();
    try (Engine engine = parameters.device.open(warnings)) {
      EnfModel model = port.model().with(parameters.of(port.model().sizes()));
      SampleTable table = new SampleTable(parameters.logLikelihood, exec);
      new SamplerRun(parameters, model, engine, exec, warnings).draw(table);
      out.setOutData(0, table.close());
      out.setInternalData(table.page(model.sizes()));
    } catch (IllegalArgumentException e) {
      throw new KNIMEException(sizeProblem(e), e);
    }
    warnings.tell(out::setWarningMessage);
  }
}
