package org.enf.knime.released;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.enf.core.dequantization.EnfSettings;
import org.enf.core.model.EnfModel;
import org.enf.core.molecule.AtomTypes;
import org.enf.knime.MoleculeTables;
import org.enf.knime.Rows;
import org.enf.knime.builtin.BuiltInFactory;
import org.enf.knime.learner.LearnerFactory;
import org.enf.knime.likelihood.LikelihoodFactory;
import org.enf.knime.port.EnfModelPortObject;
import org.enf.knime.port.EnfModelPortObjectSpec;
import org.enf.knime.reader.ReaderFactory;
import org.enf.knime.sampler.SamplerFactory;
import org.enf.knime.scorer.ScorerFactory;
import org.enf.standin.Executed;
import org.enf.standin.NodeRun;
import org.junit.Test;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.AbstractConfigEntry;
import org.knime.core.node.config.base.ConfigBase;
import org.knime.core.node.port.PortObjectSpecZipInputStream;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortUtil;
import org.knime.node.DefaultNodeFactory;

/** Nodes of workflows that released versions have saved are read, and mean what they meant. */
public final class ReleasedNodesTest {
  private static final List<String> VERSIONS = List.of("0.1.0");
  private static final double[] LIKELIHOODS = {-59.120566, -29.098045, -39.017347};

  private static final Map<String, Class<? extends DefaultNodeFactory>> NODES =
      Map.of(
          "builtin", BuiltInFactory.class,
          "learner", LearnerFactory.class,
          "likelihood", LikelihoodFactory.class,
          "reader", ReaderFactory.class,
          "sampler", SamplerFactory.class,
          "scorer", ScorerFactory.class);

  private static InputStream open(String version, String file) {
    return ReleasedNodesTest.class.getResourceAsStream(version + "/" + file);
  }

  private static NodeSettings saved(String version, String node) throws IOException {
    try (InputStream in = open(version, node + "/settings.xml")) {
      return (NodeSettings) NodeSettings.loadFromXML(in);
    }
  }

  private static Map<String, String> entries(ConfigBase settings) {
    Map<String, String> entries = new TreeMap<>();
    collect(settings, "", entries);
    return entries;
  }

  private static void collect(ConfigBase settings, String prefix, Map<String, String> entries) {
    for (String key : settings) {
      AbstractConfigEntry entry = settings.getEntry(key);
      if (entry instanceof ConfigBase group) {
        collect(group, prefix + key + "/", entries);
      } else {
        entries.put(prefix + key, entry.getType() + " " + entry.toStringValue());
      }
    }
  }

  @Test
  public void factoriesAreStillThere() throws Exception {
    for (String version : VERSIONS) {
      for (Map.Entry<String, Class<? extends DefaultNodeFactory>> node : NODES.entrySet()) {
        NodeSettings saved = saved(version, node.getKey());
        assertEquals(node.getValue().getName(), saved.getString("factory"));
        assertEquals("org.enf.knime", saved.getString("node-bundle-symbolic-name"));
        assertEquals(
            saved.getString("node-name"), NodeRun.of(node.getValue()).description().name());
      }
    }
  }

  /** A later version may have further settings; those that are there keep their values. */
  @Test
  public void everySettingIsReadWithItsValue() throws Exception {
    for (String version : VERSIONS) {
      for (Map.Entry<String, Class<? extends DefaultNodeFactory>> node : NODES.entrySet()) {
        NodeSettings saved = saved(version, node.getKey()).getNodeSettings("model");
        Map<String, String> expected = entries(saved);
        assertFalse(node.getKey(), expected.isEmpty());
        Map<String, String> read = entries(NodeRun.of(node.getValue()).load(saved).settings());
        expected.forEach(
            (key, value) -> assertEquals(node.getKey() + " " + key, value, read.get(key)));
      }
    }
  }

  private static EnfModelPortObject port(String version) throws Exception {
    EnfModelPortObjectSpec spec;
    try (InputStream file = open(version, "learner/port_1/spec/spec.zip");
        PortObjectSpecZipInputStream in = PortUtil.getPortObjectSpecZipInputStream(file)) {
      spec = new EnfModelPortObjectSpec.Serializer().loadPortObjectSpec(in);
    }
    try (InputStream file = open(version, "learner/port_1/object/portobject.zip");
        PortObjectZipInputStream in = PortUtil.getPortObjectZipInputStream(file)) {
      return new EnfModelPortObject.Serializer().loadPortObject(in, spec, new ExecutionMonitor());
    }
  }

  @Test
  public void modelOfAPortIsRead() throws Exception {
    for (String version : VERSIONS) {
      EnfModelPortObject port = port(version);
      EnfModel model = port.model();
      assertEquals(EnfSettings.matching(AtomTypes.QM9, 1, 6), model.settings());
      assertEquals("3 to 5 atoms", port.getSpec().sizes().orElseThrow().words());
      assertEquals(model.sizes(), port.getSpec().sizes().orElseThrow());
      assertEquals(version, model.provenance().libraryVersion());
      assertFalse(port.getSpec().description().provenance().isEmpty());
    }
  }

  @Test
  public void savedNodesWorkWithASavedModel() throws Exception {
    EnfModelPortObject model = port("0.1.0");
    NodeRun likelihood =
        NodeRun.of(LikelihoodFactory.class)
            .load(saved("0.1.0", "likelihood").getNodeSettings("model"))
            .set("device", "CPU");
    Executed executed = likelihood.execute(model, MoleculeTables.of(3));
    BufferedDataTable table = executed.object(0, BufferedDataTable.class);
    double[] values = Rows.numbers(table, "log p(x, h, M) (nats)");
    assertEquals(LIKELIHOODS.length, values.length);
    for (int row = 0; row < values.length; row++) {
      assertEquals(LIKELIHOODS[row], values[row], 1e-3);
    }
  }
}
