package org.enf.knime.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.enf.core.molecule.io.MoleculeFiles;
import org.enf.core.molecule.io.MoleculeReader;
import org.enf.core.molecule.io.MoleculeWriter;
import org.enf.core.molecule.io.ReadOptions;
import org.enf.knime.MoleculeTables;
import org.enf.knime.Rows;
import org.enf.standin.NodeReport;
import org.enf.standin.NodeReport.Outcome;
import org.enf.standin.OwnNodes;
import org.enf.standin.RunWorkflow;
import org.enf.standin.Variable;
import org.enf.standin.Workflow;
import org.enf.standin.WorkflowNode;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.node.BufferedDataTable;

/** The workflows that come with the extension load, are what their nodes save, and run. */
public final class WorkflowsTest {
  private static final Path FOLDER = Path.of(System.getProperty("enf.root"), "workflows");
  private static final String INSIDE = "knime://knime.workflow/";
  private static final OwnNodes OWN = OwnNodes.ofBundle("org.enf.knime");
  private static final List<String> NAMES =
      List.of(
          "E-NF quick start",
          "Generated molecules into CDK",
          "Likelihood screening",
          "Train on QM9");

  /** Foreign nodes that workflows may have: their bundles, and the settings that they need. */
  private static final Map<String, ForeignNode> FOREIGN =
      Stream.of(
              new ForeignNode(
                  "org.knime.base.node.preproc.filter.row3.RowFilterNodeFactory",
                  "org.knime.base",
                  "domains:xstring",
                  "matchCriteria:xstring",
                  "outputMode:xstring",
                  "predicates/0/columnV2/regularChoice:xstring",
                  "predicates/0/columnV2/specialChoice_Internals:xstring",
                  "predicates/0/operator:xstring",
                  "predicates/0/predicateValues/inputKind:xstring",
                  "predicates/0/predicateValues/values:empty"),
              new ForeignNode(
                  "org.knime.base.node.preproc.sorter.SorterNodeFactory",
                  "org.knime.base",
                  "missingToEnd:xboolean",
                  "sortingCriteria/0/columnV2/regularChoice:xstring",
                  "sortingCriteria/0/columnV2/specialChoice_Internals:xstring",
                  "sortingCriteria/0/sortingOrder:xstring",
                  "sortingCriteria/0/stringComparison:xstring",
                  "sortinmemory:xboolean"),
              new ForeignNode(
                  "org.knime.base.node.preproc.partition.PartitionNodeFactory",
                  "org.knime.base",
                  "actionEmpty:xstring",
                  "class_column:xstring",
                  "mode:xstring",
                  "partitioningMode:xstring",
                  "percentage:xdouble",
                  "rowCount:xlong",
                  "seed:xlong",
                  "seed_is_present:xboolean"),
              new ForeignNode(
                  "org.openscience.cdk.knime.convert.molecule2cdk.Molecule2CDKNodeFactory",
                  "org.openscience.cdk.knime",
                  "colName:xstring",
                  "force2D:xboolean",
                  "generate2D:xboolean",
                  "newColName:xstring",
                  "replaceColumn:xboolean"),
              new ForeignNode(
                  "org.openscience.cdk.knime.nodes.descriptors.molprops.MolPropsNodeFactory",
                  "org.openscience.cdk.knime",
                  "PropertyDescriptions/0:xstring",
                  "PropertyDescriptions/1:xstring",
                  "PropertyDescriptions/2:xstring",
                  "PropertyDescriptions/3:xstring",
                  "PropertyDescriptions/array-size:xint",
                  "smilesIndex:xstring"),
              new ForeignNode(
                  "org.openscience.cdk.knime.nodes.fingerprints.FingerprintNodeFactory",
                  "org.openscience.cdk.knime",
                  "fingerprintClass:xstring",
                  "fingerprintType:xstring",
                  "molColumn:xstring"))
          .collect(Collectors.toMap(ForeignNode::factory, node -> node));

  private record ForeignNode(String factory, String bundle, Set<String> settings) {
    ForeignNode(String factory, String bundle, String... settings) {
      this(factory, bundle, Set.of(settings));
    }
  }

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private Path molecules;

  @Before
  public void writeMolecules() throws IOException {
    molecules = temporary.getRoot().toPath().resolve("few, small.sdf");
    try (MoleculeWriter writer = MoleculeFiles.create(molecules)) {
      for (int row = 0; row < 12; row++) {
        writer.write(MoleculeTables.molecule(row));
      }
      writer.commit();
    }
  }

  private static Workflow load(String name) throws IOException {
    return Workflow.load(FOLDER.resolve(name), OWN);
  }

  private static SavedSettings settings(WorkflowNode node) throws IOException {
    return SavedSettings.read(node.folder().resolve("settings.xml"));
  }

  @Test
  public void thereAreTheseWorkflowsAndNoOthers() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      assertEquals(
          NAMES,
          folders
              .filter(Files::isDirectory)
              .map(folder -> folder.getFileName().toString())
              .sorted()
              .toList());
    }
  }

  @Test
  public void eachLoadsWithoutAFinding() throws IOException {
    for (String name : NAMES) {
      assertEquals(name, List.of(), load(name).findings());
    }
  }

  @Test
  public void ownNodesAreWhatTheyWouldSave() throws IOException {
    for (String name : NAMES) {
      for (WorkflowNode node : load(name).nodes()) {
        if (isOwn(node)) {
          assertEquals(name + ": " + node.name(), savedAgain(node).own(), settings(node).own());
        }
      }
    }
  }

  /** A double that read other keys than those in the file would show nothing about the file. */
  @Test
  public void doublesReadTheSettingsOfTheNodesThatTheyReplace() throws IOException {
    Set<String> doubles = new TreeSet<>();
    for (String name : NAMES) {
      for (WorkflowNode node : load(name).nodes()) {
        if (node.isDouble()) {
          assertEquals(savedAgain(node).values("model"), settings(node).values("model"));
          doubles.add(node.name());
        }
      }
    }
    assertEquals(Set.of("Table Partitioner"), doubles);
  }

  private static boolean isOwn(WorkflowNode node) {
    return node.bundle().equals(OWN.name());
  }

  private SavedSettings savedAgain(WorkflowNode node) throws IOException {
    Path again = temporary.newFolder().toPath();
    node.run().orElseThrow().save(again);
    return SavedSettings.read(again.resolve("settings.xml"));
  }

  @Test
  public void foreignNodesHaveTheSettingsThatTheyNeed() throws IOException {
    Set<String> met = new TreeSet<>();
    for (String name : NAMES) {
      for (WorkflowNode node : load(name).nodes()) {
        if (!isOwn(node)) {
          ForeignNode known = FOREIGN.get(node.factory());
          assertEquals(known.bundle(), node.bundle());
          assertEquals(known.settings(), settings(node).types("model"));
          assertEquals("CONFIGURED", settings(node).value("state"));
          met.add(node.factory());
        }
      }
    }
    assertEquals(FOREIGN.keySet(), met);
  }

  @Test
  public void everyVariableIsUsed() throws IOException {
    for (String name : NAMES) {
      Workflow workflow = load(name);
      Set<String> used = new TreeSet<>();
      for (WorkflowNode node : workflow.nodes()) {
        used.addAll(settings(node).usedVariables());
      }
      assertEquals(name, new TreeSet<>(workflow.variables().keySet()), used);
    }
  }

  /** Without variables, for example those of a user who takes them away, settings stay the same. */
  @Test
  public void variablesAreWhatTheSettingsAre() throws IOException {
    for (String name : NAMES) {
      Workflow workflow = load(name);
      for (WorkflowNode node : workflow.nodes()) {
        SavedSettings saved = settings(node);
        for (Map.Entry<String, String> use : saved.variablesByKey().entrySet()) {
          Object value = workflow.variables().get(use.getValue()).value();
          assertEquals(use.toString(), value.toString(), saved.value("model/" + use.getKey()));
        }
      }
    }
  }

  @Test
  public void exampleFilesAreInTheWorkflows() throws IOException {
    assertEquals(200, moleculesIn("Train on QM9"));
    assertEquals(40, moleculesIn("Likelihood screening"));
  }

  /** The file that a workflow reads if nobody names another. */
  private static Path example(String name) throws IOException {
    String url = (String) load(name).variables().get("data_file").value();
    assertTrue(url, url.startsWith(INSIDE));
    return FOLDER.resolve(name).resolve(url.substring(INSIDE.length()));
  }

  private static int moleculesIn(String name) throws IOException {
    int count = 0;
    try (MoleculeReader reader = MoleculeFiles.open(example(name), ReadOptions.DEFAULT)) {
      while (reader.next() != null) {
        count++;
      }
    }
    return count;
  }

  @Test
  public void quickStartJudgesMolecules() throws IOException {
    Workflow workflow = load("E-NF quick start");
    workflow.setVariable(new Variable("samples", 3));
    assertExecuted(workflow, 1, 2, 3);
    assertEquals(3, table(workflow, 3, 0).size());
    assertTrue(table(workflow, 3, 0).getDataTableSpec().containsName("Stable"));
    Rows.cell(table(workflow, 3, 1), "Stable molecules", "Value");
  }

  @Test
  public void trainingSetsMoleculesAsideAndEndsInAJudgementWithNovelty() throws IOException {
    Workflow workflow = load("Train on QM9");
    workflow.setVariable(new Variable("data_file", molecules.toString()));
    workflow.setVariable(new Variable("molecules", 10));
    workflow.setVariable(new Variable("held_out", 3));
    workflow.setVariable(new Variable("minutes", 0.5));
    workflow.setVariable(new Variable("epochs", 1));
    workflow.setVariable(new Variable("samples", 3));
    workflow.setOption(2, "size", "SMALL");
    workflow.setOption(2, "checkMolecules", 0);
    assertExecuted(workflow, 1, 2, 3, 4, 6);
    Set<String> all = keys(table(workflow, 1, 0));
    Set<String> aside = keys(table(workflow, 5, 0));
    Set<String> rest = keys(table(workflow, 5, 1));
    assertEquals(3, aside.size());
    assertEquals(7, rest.size());
    assertEquals(all, Stream.concat(aside.stream(), rest.stream()).collect(Collectors.toSet()));
    assertEquals(aside, keys(table(workflow, 6, 0)));
    assertTrue(table(workflow, 6, 0).getDataTableSpec().containsName("log p per atom (nats)"));
    assertEquals(3, table(workflow, 3, 0).size());
    Rows.cell(table(workflow, 4, 1), "Novel", "Value");
  }

  private static Set<String> keys(BufferedDataTable table) {
    return Rows.of(table).stream().map(row -> row.getKey().getString()).collect(Collectors.toSet());
  }

  @Test
  public void generatedMoleculesComeToTheFilter() throws IOException {
    Workflow workflow = load("Generated molecules into CDK");
    workflow.setVariable(new Variable("samples", 3));
    assertExecuted(workflow, 1, 2);
    assertEquals(3, table(workflow, 2, 0).size());
  }

  @Test
  public void screeningFindsTheDistortedMolecules() throws IOException {
    Workflow workflow = load("Likelihood screening");
    workflow.setVariable(new Variable("data_file", example("Likelihood screening").toString()));
    workflow.setVariable(new Variable("molecules", 16));
    assertExecuted(workflow, 1, 2, 3);
    BufferedDataTable table = table(workflow, 3, 0);
    double[] perAtom = Rows.numbers(table, "log p per atom (nats)");
    List<String> byLikelihood =
        IntStream.range(0, 16)
            .boxed()
            .sorted(Comparator.comparing(row -> perAtom[row]))
            .map(row -> Rows.column(table, "Name").get(row).toString())
            .toList();
    assertEquals(
        byLikelihood.toString(),
        Set.of("distorted 8", "distorted 16"),
        Set.copyOf(byLikelihood.subList(0, 2)));
  }

  /** Executes a workflow; these nodes have to be executed, and all others are foreign. */
  private static void assertExecuted(Workflow workflow, Integer... executed) {
    List<NodeReport> reports = workflow.execute();
    assertEquals(
        reports.toString(),
        Set.of(executed),
        reports.stream()
            .filter(report -> report.outcome() == Outcome.EXECUTED)
            .map(NodeReport::node)
            .collect(Collectors.toSet()));
    for (NodeReport report : reports) {
      WorkflowNode node = workflow.node(report.node()).orElseThrow();
      if (node.isDouble()) {
        assertEquals(report.toString(), Outcome.EXECUTED_BY_DOUBLE, report.outcome());
      } else if (!isOwn(node)) {
        assertEquals(report.toString(), Outcome.SKIPPED, report.outcome());
        assertTrue(report.message(), report.message().contains(node.factory()));
      }
    }
    assertEquals(workflow.nodes().size(), reports.size());
  }

  private static BufferedDataTable table(Workflow workflow, int node, int port) {
    return (BufferedDataTable)
        workflow.node(node).orElseThrow().run().orElseThrow().outputs().get(port);
  }

  @Test
  public void batchArgumentsOfTheReadmeWork() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code =
        RunWorkflow.run(
            OWN,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            "-workflowDir=" + FOLDER.resolve("Likelihood screening"),
            "-reset",
            "-nosave",
            "-failonloaderror",
            "-workflow.variable=data_file,\"" + molecules + "\",String",
            "-workflow.variable=molecules,2,int",
            "-option=3,probes,1,int");
    String text = out.toString(StandardCharsets.UTF_8);
    assertEquals(text, 0, code);
    assertTrue(text, text.contains("E-NF Likelihood #3 EXECUTED"));
    assertTrue(text, text.contains("Sorter #4 SKIPPED"));
  }
}
