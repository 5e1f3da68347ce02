package org.enf.knime.reader;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.enf.core.molecule.Molecule;
import org.enf.core.molecule.io.ExclusionList;
import org.enf.core.molecule.io.MoleculeReader;
import org.enf.core.molecule.io.ReadOptions;
import org.enf.core.molecule.io.ReadSummary;
import org.enf.core.text.Words;
import org.enf.knime.execution.Warnings;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** Configures and executes the QM9 Reader. */
final class ReaderNode {
  private static final String SOURCE = "File or folder";
  private static final String EXCLUSION = "List of molecules to leave out";

  private final ReaderParameters parameters;
  private final ExecutionContext exec;
  private final MoleculeLocation location;
  private final MoleculeFilter filter;

  private ReaderNode(ReaderParameters parameters, ExecutionContext exec)
      throws InvalidSettingsException {
    this.parameters = parameters;
    this.exec = exec;
    location = MoleculeLocation.of(SOURCE, parameters.source);
    filter = MoleculeFilter.of(parameters);
  }

  static void configure(ConfigureInput in, ConfigureOutput out) throws InvalidSettingsException {
    ReaderParameters parameters = in.getParameters();
    MoleculeLocation.of(SOURCE, parameters.source);
    MoleculeFilter.of(parameters);
    if (!parameters.exclusionList.isBlank()) {
      MoleculeLocation.of(EXCLUSION, parameters.exclusionList);
    }
    out.setOutSpec(0, MoleculeTable.spec(parameters.properties));
  }

  static void execute(ExecuteInput in, ExecuteOutput out)
      throws CanceledExecutionException, KNIMEException {
    try {
      new ReaderNode(in.getParameters(), in.getExecutionContext()).read(out);
    } catch (InvalidSettingsException e) {
      throw new KNIMEException(e.getMessage(), e);
    } catch (IOException e) {
      throw new KNIMEException("The molecules cannot be read: " + e.getMessage(), e);
    }
  }

  private void read(ExecuteOutput out)
      throws IOException, CanceledExecutionException, InvalidSettingsException, KNIMEException {
    ReadOptions options = options();
    MoleculeTable table =
        new MoleculeTable(
            exec.createDataContainer(MoleculeTable.spec(parameters.properties)),
            parameters.properties);
    BooleanSupplier chosen = choice(options);
    Warnings warnings = new Warnings();
    try (MoleculeReader reader = location.open(options)) {
      for (Molecule molecule = next(reader); molecule != null; molecule = next(reader)) {
        if (chosen.getAsBoolean()) {
          table.add(molecule);
        }
        if (isFull(table)) {
          break;
        }
      }
      tell(reader.summary(), table, warnings);
    }
    out.setOutData(0, table.close());
    warnings.tell(out::setWarningMessage);
  }

  private ReadOptions options() throws IOException, InvalidSettingsException {
    ReadOptions.BrokenRecords way =
        parameters.brokenRecords == ReaderParameters.BrokenRecords.FAIL
            ? ReadOptions.BrokenRecords.STOP
            : ReadOptions.BrokenRecords.SKIP;
    ReadOptions options = ReadOptions.DEFAULT.at(way);
    if (parameters.exclusionList.isBlank()) {
      return options;
    }
    MoleculeLocation list = MoleculeLocation.of(EXCLUSION, parameters.exclusionList);
    return options.excluding(ExclusionList.read(list.path()));
  }

  private boolean isFull(MoleculeTable table) {
    return parameters.rows != ReaderParameters.Rows.ALL && table.rows() == parameters.count;
  }

  /** Says of one wanted molecule after the other whether it becomes a row. */
  private BooleanSupplier choice(ReadOptions options)
      throws IOException, CanceledExecutionException {
    if (parameters.rows != ReaderParameters.Rows.RANDOM) {
      return () -> true;
    }
    long all = 0;
    try (MoleculeReader reader = location.open(options)) {
      while (next(reader) != null) {
        all++;
      }
    }
    RandomChoice random = new RandomChoice(all, parameters.count, parameters.seed);
    return random::next;
  }

  /** The next molecule that the filter lets through. */
  private Molecule next(MoleculeReader reader) throws IOException, CanceledExecutionException {
    while (true) {
      exec.checkCanceled();
      Molecule molecule = reader.next();
      if (molecule == null || filter.accepts(molecule)) {
        exec.setMessage(() -> Words.count(reader.summary().read(), "molecule") + " read");
        return molecule;
      }
    }
  }

  private void tell(ReadSummary summary, MoleculeTable table, Warnings warnings)
      throws KNIMEException {
    if (table.rows() == 0 && summary.read() == 0) {
      throw new KNIMEException(
          summary.problems().isEmpty()
              ? "There is no molecule in " + location + ". Choose a file of XYZ or SDF records."
              : "No molecule could be read: " + summary.problems().get(0));
    }
    if (table.rows() == 0) {
      warnings.add(
          "None of "
              + Words.count(summary.read(), "molecule")
              + " passes the filters. Change \"Most heavy atoms\" or \"Elements\".");
    }
    if (summary.skipped() > 0) {
      warnings.add(
          Words.count(summary.skipped(), "broken record")
              + " skipped"
              + (summary.problems().isEmpty() ? "" : ", the first: " + summary.problems().get(0))
              + ".");
    }
  }
}
