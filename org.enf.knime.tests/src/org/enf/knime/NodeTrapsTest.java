package org.enf.knime;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.enf.knime.learner.LearnerFactory;
import org.enf.knime.likelihood.LikelihoodFactory;
import org.enf.knime.port.EnfModelPortObject;
import org.enf.knime.reader.ReaderFactory;
import org.enf.knime.sampler.SamplerFactory;
import org.enf.knime.scorer.ScorerFactory;
import org.enf.standin.Executed;
import org.enf.standin.NodeRun;
import org.junit.Test;
import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.node.DefaultNodeFactory;

/** What KNIME tolerates or says too late, so that each node has to see to it itself. */
public final class NodeTrapsTest {
  private static final EnfModelPortObject MODEL = Models.builtIn();

  private static NodeSettings without(NodeSettings settings, String key) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    settings.saveToXML(out);
    String xml = out.toString(StandardCharsets.UTF_8);
    String less = xml.replaceFirst("\\s*<entry key=\"" + key + "\"[^>]*/>", "");
    assertFalse(key, less.equals(xml));
    return (NodeSettings)
        NodeSettings.loadFromXML(new ByteArrayInputStream(less.getBytes(StandardCharsets.UTF_8)));
  }

  /** KNIME takes an option whose switch is lost for one that is on, with the value 0. */
  @Test
  public void optionsWhoseSwitchIsLostAreRefused() throws IOException {
    Map<Class<? extends DefaultNodeFactory>, List<String>> options =
        Map.of(
            LearnerFactory.class, List.of("timeLimit", "batchSize", "learningRate"),
            ReaderFactory.class, List.of("mostHeavyAtoms"));
    for (var node : options.entrySet()) {
      for (String option : node.getValue()) {
        String flag = option + "_is_present";
        NodeSettings off = NodeRun.of(node.getKey()).set(flag, false).set(option, 0).settings();
        NodeSettings lost = without(off, flag);
        InvalidSettingsException refused =
            assertThrows(
                option, InvalidSettingsException.class, () -> NodeRun.of(node.getKey()).load(lost));
        assertTrue(refused.getMessage(), refused.getMessage().matches("(?s).*\\b0(\\.0)?\\b.*"));
      }
    }
  }

  /** KNIME only warns if a table has other columns than the configuration announced. */
  @Test
  public void tablesHaveTheColumnsThatWereAnnounced() throws Exception {
    BufferedDataTable molecules = MoleculeTables.withTroubles(4);
    announced(NodeRun.of(SamplerFactory.class).set("count", 3).execute(MODEL));
    announced(
        NodeRun.of(SamplerFactory.class)
            .set("count", 3)
            .set("logLikelihood", "ESTIMATED")
            .execute(MODEL));
    announced(
        NodeRun.of(LikelihoodFactory.class)
            .set("solver", "MIDPOINT")
            .set("steps", 10)
            .execute(MODEL, molecules));
    announced(NodeRun.of(ScorerFactory.class).execute(molecules));
    announced(NodeRun.of(ScorerFactory.class, "Training molecules").execute(molecules, molecules));
  }

  private static void announced(Executed executed) {
    String warning = executed.warning().orElse("");
    assertFalse(warning, warning.contains("does not match"));
  }

  /** A key that comes twice ends an execution. */
  @Test
  public void rowsKeepTheirKeysAndNoKeyComesTwice() throws Exception {
    BufferedDataTable molecules = MoleculeTables.withTroubles(4);
    assertEquals(
        keys(molecules), keys(NodeRun.of(ScorerFactory.class).execute(molecules).table(0)));
    assertEquals(
        keys(molecules),
        keys(
            NodeRun.of(LikelihoodFactory.class)
                .set("solver", "MIDPOINT")
                .set("steps", 10)
                .execute(MODEL, molecules)
                .table(0)));
    assertEquals(
        Set.of("Row0", "Row1", "Row2"),
        keys(NodeRun.of(SamplerFactory.class).set("count", 3).execute(MODEL).table(0)));
  }

  private static Set<String> keys(BufferedDataTable table) {
    Set<String> keys = new TreeSet<>();
    for (DataRow row : Rows.of(table)) {
      assertTrue(row.getKey().getString(), keys.add(row.getKey().getString()));
    }
    return keys;
  }
}
