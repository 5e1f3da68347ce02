package org.enf.knime.reader;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.enf.core.molecule.io.MoleculeFiles;
import org.enf.core.molecule.io.MoleculeWriter;
import org.enf.knime.MoleculeTables;
import org.enf.knime.Rows;
import org.enf.knime.molecule.MoleculeCells;
import org.enf.knime.reader.ReaderParameters.BrokenRecords;
import org.enf.standin.Executed;
import org.enf.standin.NodeFailure;
import org.enf.standin.NodeRun;
import org.enf.standin.NodeState;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.data.DataCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;

/** The node QM9 Reader. */
public final class ReaderNodeTest {
  private static final String QM9_WATER =
      "3\n"
          + "gdb 3\t799.58812\t437.90386\t282.94545\t1.8511\t6.31\t-0.2928\t0.0687\t0.3615"
          + "\t19.0002\t0.021375\t-76.404702\t-76.401867\t-76.400922\t-76.422349\t6.002\t\n"
          + "O\t-0.0343604951\t0.9775395708\t0.0076015923\t-0.589706\n"
          + "H\t0.0647664923\t0.0205721989\t0.0015346341\t0.294853\n"
          + "H\t0.8717903737\t1.3007924048\t0.0006931336\t0.294853\n"
          + "1671.4222\t3803.6305\t3907.698\nO\tO\nInChI=1S/H2O/h1H2\tInChI=1S/H2O/h1H2\n";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private Path file;

  @Before
  public void writeMolecules() throws IOException {
    file = folder.getRoot().toPath().resolve("molecules.sdf");
    try (MoleculeWriter writer = MoleculeFiles.create(file)) {
      for (int row = 0; row < 30; row++) {
        writer.write(MoleculeTables.molecule(row));
      }
      writer.commit();
    }
  }

  private NodeRun node() {
    return node(file);
  }

  private static NodeRun node(Path source) {
    return NodeRun.of(ReaderFactory.class).set("source", source.toString());
  }

  private static List<String> names(Executed executed) {
    return Rows.column(executed.table(0), "Name").stream().map(DataCell::toString).toList();
  }

  @Test
  public void moleculesOfAFileBecomeRowsWithBonds() throws Exception {
    BufferedDataTable table = node().execute().table(0);
    assertEquals(30, table.size());
    assertEquals("CH4", Rows.cell(table, "Row0", "Formula").toString());
    assertEquals("5", Rows.cell(table, "Row0", "Atoms").toString());
    assertEquals(
        4, MoleculeCells.read(Rows.cell(table, "Row0", "Molecule"), "Row0").bonds().size());
  }

  @Test
  public void propertiesOfQm9BecomeColumns() throws Exception {
    Path qm9 = folder.getRoot().toPath().resolve("dsgdb9nsd_000003.xyz");
    Files.writeString(qm9, QM9_WATER);
    BufferedDataTable table = node(qm9).execute().table(0);
    assertEquals("3", Rows.cell(table, "Row0", "Index").toString());
    assertEquals(-76.404702, Rows.numbers(table, "U0 (hartree)")[0], 0);
    assertEquals(20, table.getDataTableSpec().getNumColumns());
    BufferedDataTable without = node(qm9).set("properties", false).execute().table(0);
    assertEquals(5, without.getDataTableSpec().getNumColumns());
  }

  @Test
  public void urlsAreReadToo() throws Exception {
    Executed executed =
        NodeRun.of(ReaderFactory.class).set("source", file.toUri().toString()).execute();
    assertEquals(30, executed.table(0).size());
  }

  @Test
  public void firstOnesOrSomeAtRandomCanBeChosen() throws Exception {
    List<String> first = names(node().set("rows", "FIRST").set("count", 4).execute());
    assertEquals(List.of("methane 0", "water 1", "ammonia 2", "methane 3"), first);
    NodeRun random = node().set("rows", "RANDOM").set("count", 8);
    List<String> some = names(random.execute());
    assertEquals(8, some.stream().distinct().count());
    assertEquals(some, names(node().set("rows", "RANDOM").set("count", 8).execute()));
    assertNotEquals(some, names(random.set("seed", 1L).execute()));
    assertEquals(
        "all, in their order",
        names(node().execute()),
        names(node().set("rows", "RANDOM").set("count", 100).execute()));
  }

  @Test
  public void filtersLeaveMoleculesOut() throws Exception {
    assertEquals(20, node().set("elements", "H, C, N").execute().table(0).size());
    Executed none = node().set("elements", "He").execute();
    assertEquals(0, none.table(0).size());
    assertTrue(none.warning().orElseThrow().contains("None of 30 molecules"));
  }

  @Test
  public void moleculesOfOneNameAreRowsOfTheirOwn() throws Exception {
    Path twice = folder.getRoot().toPath().resolve("twice.xyz");
    Files.writeString(twice, QM9_WATER + QM9_WATER);
    assertEquals(2, node(twice).execute().table(0).size());
  }

  @Test
  public void listedMoleculesAreLeftOut() throws Exception {
    Path qm9 = folder.newFolder("qm9").toPath();
    Files.writeString(qm9.resolve("dsgdb9nsd_000003.xyz"), QM9_WATER);
    Files.writeString(qm9.resolve("dsgdb9nsd_000004.xyz"), QM9_WATER.replace("gdb 3", "gdb 4"));
    Path list = folder.getRoot().toPath().resolve("uncharacterized.txt");
    Files.writeString(list, "    3   O   O  0.1\n");
    BufferedDataTable table = node(qm9).set("exclusionList", list.toString()).execute().table(0);
    assertEquals(1, table.size());
    assertEquals("4", Rows.cell(table, "Row0", "Index").toString());
  }

  @Test
  public void brokenRecordIsSkippedAndCountedOrFails() throws Exception {
    String text = Files.readString(file);
    Files.writeString(file, text.replaceFirst("  5  0", "  5  x"));
    Executed executed = node().execute();
    assertEquals(29, executed.table(0).size());
    assertTrue(executed.warning().orElseThrow().contains("1 broken record skipped"));
    NodeFailure failure =
        assertThrows(
            NodeFailure.class, () -> node().set("brokenRecords", BrokenRecords.FAIL).execute());
    assertTrue(failure.getMessage(), failure.getMessage().contains("molecules.sdf"));
  }

  @Test
  public void missingFileIsToldBeforeExecution() {
    InvalidSettingsException empty =
        assertThrows(
            InvalidSettingsException.class, () -> NodeRun.of(ReaderFactory.class).configure());
    assertTrue(empty.getMessage(), empty.getMessage().contains("Choose a file"));
    InvalidSettingsException missing =
        assertThrows(
            InvalidSettingsException.class,
            () -> node(file.resolveSibling("nowhere.sdf")).configure());
    assertTrue(missing.getMessage(), missing.getMessage().contains("nowhere.sdf"));
  }

  @Test
  public void fileWithoutMoleculesIsAClearFailure() throws IOException {
    Files.writeString(file, "");
    NodeFailure failure = assertThrows(NodeFailure.class, () -> node().execute());
    assertTrue(failure.getMessage(), failure.getMessage().contains("molecules.sdf"));
  }

  @Test
  public void cancelledReadingEndsAtOnce() {
    NodeRun node = node().cancelAfter(3);
    assertThrows(CanceledExecutionException.class, node::execute);
    assertEquals(NodeState.CONFIGURED, node.state());
  }

  @Test
  public void savedNodeComesBackWithItsTable() throws Exception {
    NodeRun node = node();
    node.execute();
    NodeRun loaded = NodeRun.load(ReaderFactory.class, node.save(folder.newFolder().toPath()));
    assertEquals(NodeState.EXECUTED, loaded.state());
    assertEquals(node.settings(), loaded.settings());
    assertEquals(30, ((BufferedDataTable) loaded.outputs().get(0)).size());
  }

  @Test
  public void tenThousandRowsAreRead() throws Exception {
    Path many = folder.getRoot().toPath().resolve("many.sdf");
    try (MoleculeWriter writer = MoleculeFiles.create(many)) {
      for (int row = 0; row < 10_000; row++) {
        writer.write(MoleculeTables.molecule(row));
      }
      writer.commit();
    }
    assertEquals(10_000, node(many).execute().table(0).size());
  }
}
