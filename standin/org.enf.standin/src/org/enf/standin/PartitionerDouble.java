package org.enf.standin;

import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.persistence.Persist;

/**
 * A double of KNIME's Table Partitioner, for tests. It has the settings of that node and puts the
 * same rows into the same tables, but for the ways to choose them that it refuses: by a group
 * column and evenly spaced.
 */
public final class PartitionerDouble extends DefaultNodeFactory {
  private static final int PERCENT = 100;

  private static final DefaultNode NODE =
      DefaultNode.create()
          .name("Table Partitioner")
          .icon("icons/none.png")
          .shortDescription("A double of the node of KNIME.")
          .fullDescription("Divides the rows of a table in two as the node of KNIME does.")
          .sinceVersion(5, 5, 0)
          .ports(
              ports ->
                  ports
                      .addInputTable("Input Table", "The rows.")
                      .addOutputTable("First partition", "Those that were chosen.")
                      .addOutputTable("Second partition", "The others."))
          .model(
              model ->
                  model
                      .parametersClass(Parameters.class)
                      .configure(
                          (input, output) ->
                              output.setOutSpecs(input.getInTableSpec(0), input.getInTableSpec(0)))
                      .execute(PartitionerDouble::execute));

  /** For the runner. */
  public PartitionerDouble() {
    super(NODE);
  }

  enum Size {
    RELATIVE,
    ABSOLUTE
  }

  enum Choice {
    RANDOM,
    STRATIFIED,
    LINEAR,
    FIRST_ROWS
  }

  enum Empty {
    FAIL,
    OUTPUT_EMPTY
  }

  /** The settings, by the keys of KNIME's node. */
  static final class Parameters implements NodeParameters {
    Size m_partitioningMode = Size.RELATIVE;
    double m_percentage = 70;
    long m_rowCount = 100;
    Choice m_mode = Choice.RANDOM;

    @Persist(configKey = "class_column")
    String m_classColumn = "";

    Optional<Long> m_seed = Optional.of(1678807467440L);
    Empty m_actionEmpty = Empty.FAIL;

    @Override
    public void validate() throws InvalidSettingsException {
      if (m_mode == Choice.STRATIFIED || m_mode == Choice.LINEAR) {
        throw new InvalidSettingsException("The double of the node does not choose " + m_mode);
      } else if (m_partitioningMode == Size.RELATIVE
          && (m_percentage < 0 || m_percentage > PERCENT)) {
        throw new InvalidSettingsException("Invalid percentage: " + m_percentage);
      } else if (m_partitioningMode == Size.ABSOLUTE && m_rowCount < 0) {
        throw new InvalidSettingsException("Invalid count: " + m_rowCount);
      }
    }

    /** The numbers of the rows that go into the first table. */
    BitSet first(int rows) {
      long wanted = m_partitioningMode == Size.RELATIVE ? share(rows) : m_rowCount;
      int count = (int) Math.min(wanted, rows);
      List<Integer> order = IntStream.range(0, rows).boxed().collect(Collectors.toList());
      if (m_mode == Choice.RANDOM) {
        // KNIME shuffles the same way, so that the same seed chooses the same rows.
        Collections.shuffle(order, m_seed.map(Random::new).orElseGet(Random::new));
      }
      BitSet first = new BitSet(rows);
      order.subList(0, count).forEach(first::set);
      return first;
    }

    private long share(int rows) {
      return (long) (m_percentage / PERCENT * rows);
    }
  }

  private static void execute(ExecuteInput input, ExecuteOutput output)
      throws CanceledExecutionException, KNIMEException {
    Parameters parameters = input.getParameters();
    BufferedDataTable table = input.getInTable(0);
    if (table.size() == 0 && parameters.m_actionEmpty == Empty.FAIL) {
      throw new KNIMEException("Input table is empty.");
    }
    ExecutionContext context = input.getExecutionContext();
    BitSet chosen = parameters.first((int) table.size());
    BufferedDataContainer first = context.createDataContainer(table.getDataTableSpec());
    BufferedDataContainer second = context.createDataContainer(table.getDataTableSpec());
    int number = 0;
    for (DataRow row : table) {
      context.checkCanceled();
      (chosen.get(number) ? first : second).addRowToTable(row);
      number++;
    }
    first.close();
    second.close();
    output.setOutData(first.getTable(), second.getTable());
  }
}
