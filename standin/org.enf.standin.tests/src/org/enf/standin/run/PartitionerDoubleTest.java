package org.enf.standin.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.enf.standin.Executed;
import org.enf.standin.NodeFailure;
import org.enf.standin.NodeRun;
import org.enf.standin.PartitionerDouble;
import org.enf.standin.TableBuilder;
import org.junit.Test;
import org.knime.core.data.DataRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/** The double of the Table Partitioner divides tables as KNIME's node does. */
public class PartitionerDoubleTest {
  private static final List<Integer> TEN = List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);

  private final NodeRun node = NodeRun.of(PartitionerDouble.class);

  private static BufferedDataTable numbers(int count) {
    TableBuilder table = new TableBuilder().column("number", IntCell.TYPE);
    for (int number = 0; number < count; number++) {
      table.row(new IntCell(number));
    }
    return table.build();
  }

  private static List<Integer> numbers(Executed executed, int port) {
    List<Integer> numbers = new ArrayList<>();
    for (DataRow row : executed.object(port, BufferedDataTable.class)) {
      numbers.add(((IntCell) row.getCell(0)).getIntValue());
    }
    return numbers;
  }

  @Test
  public void aShareIsRoundedDown() throws Exception {
    Executed executed = node.set("percentage", 39.0).execute(numbers(10));
    assertEquals(3, numbers(executed, 0).size());
    assertEquals(7, numbers(executed, 1).size());
  }

  @Test
  public void everyRowGoesIntoOneOfTheTablesInItsOrder() throws Exception {
    Executed executed = node.execute(numbers(10));
    List<Integer> first = numbers(executed, 0);
    List<Integer> second = numbers(executed, 1);
    assertEquals(TEN, Stream.of(first, second).flatMap(List::stream).sorted().toList());
    assertEquals(first.stream().sorted().toList(), first);
    assertEquals(second.stream().sorted().toList(), second);
    assertNotEquals(TEN.subList(0, 7), first);
  }

  @Test
  public void theSameSeedChoosesTheSameRows() throws Exception {
    List<Integer> first = numbers(node.execute(numbers(10)), 0);
    node.reset();
    assertEquals(first, numbers(node.execute(numbers(10)), 0));
    assertNotEquals(first, numbers(node.set("seed", 1L).execute(numbers(10)), 0));
  }

  @Test
  public void theFirstRowsCanBeTaken() throws Exception {
    node.set("partitioningMode", "ABSOLUTE").set("rowCount", 4L).set("mode", "FIRST_ROWS");
    assertEquals(List.of(0, 1, 2, 3), numbers(node.execute(numbers(10)), 0));
  }

  @Test
  public void whereThereAreFewerRowsTheFirstTableHasAll() throws Exception {
    Executed executed = node.set("partitioningMode", "ABSOLUTE").execute(numbers(10));
    assertEquals(TEN, numbers(executed, 0));
    assertEquals(List.of(), numbers(executed, 1));
  }

  @Test
  public void anEmptyTableFailsUnlessItMayBeEmpty() throws Exception {
    NodeFailure failure = assertThrows(NodeFailure.class, () -> node.execute(numbers(0)));
    assertEquals("Input table is empty.", failure.getMessage());
    assertEquals(
        List.of(), numbers(node.set("actionEmpty", "OUTPUT_EMPTY").execute(numbers(0)), 0));
  }

  @Test
  public void whatTheDoubleDoesNotDoIsRefused() {
    for (String mode : List.of("STRATIFIED", "LINEAR")) {
      node.set("mode", mode);
      assertThrows(mode, InvalidSettingsException.class, () -> node.execute(numbers(10)));
    }
  }
}
