package org.enf.standin.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.enf.standin.NodeRun;
import org.junit.Test;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.migration.ConfigMigration;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.migration.NodeParametersMigration;
import org.knime.node.parameters.persistence.NodeParametersPersistor;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistable;
import org.knime.node.parameters.persistence.Persistor;

/** How parameters are written and read where a node has its own ideas. */
public class PersistenceTest {
  /** Writes a range as text. */
  public static final class Custom extends DefaultNodeFactory {
    static final class RangePersistor implements NodeParametersPersistor<int[]> {
      @Override
      public int[] load(NodeSettingsRO settings) throws InvalidSettingsException {
        String[] parts = settings.getString("range").split("-");
        return new int[] {Integer.parseInt(parts[0]), Integer.parseInt(parts[1])};
      }

      @Override
      public void save(int[] param, NodeSettingsWO settings) {
        settings.addString("range", param[0] + "-" + param[1]);
      }

      @Override
      public String[][] getConfigPaths() {
        return new String[][] {{"range"}};
      }
    }

    static final class Parameters implements NodeParameters {
      @Persistor(RangePersistor.class)
      int[] m_bounds = {1, 9};

      @Override
      public void validate() throws InvalidSettingsException {
        if (m_bounds[0] > m_bounds[1]) {
          throw new InvalidSettingsException("wrong way round");
        }
      }
    }

    /** For KNIME. */
    public Custom() {
      super(Nodes.with(Parameters.class));
    }
  }

  /** Was called something else once. */
  public static final class Renamed extends DefaultNodeFactory {
    static final class Seconds implements NodeParametersMigration<Integer> {
      @Override
      public List<ConfigMigration<Integer>> getConfigMigrations() {
        return List.of(
            ConfigMigration.builder(settings -> settings.getInt("minutes") * 60)
                .withDeprecatedConfigPath("minutes")
                .build());
      }
    }

    static final class Parameters implements NodeParameters {
      @Migration(Seconds.class)
      int m_seconds = 30;
    }

    /** For KNIME. */
    public Renamed() {
      super(Nodes.with(Parameters.class));
    }
  }

  /** Takes whatever there is. */
  public static final class Tolerant extends DefaultNodeFactory {
    @LoadDefaultsForAbsentFields
    static final class Parameters implements NodeParameters {
      int m_first = 1;
      int m_second = 2;
    }

    /** For KNIME. */
    public Tolerant() {
      super(Nodes.with(Parameters.class));
    }
  }

  /** Has a list of groups. */
  public static final class Layered extends DefaultNodeFactory {
    static final class Layer implements WidgetGroup, Persistable {
      int m_units;

      Layer() {
        this(8);
      }

      Layer(int units) {
        m_units = units;
      }
    }

    static final class Parameters implements NodeParameters {
      Layer[] m_layers = {new Layer(4), new Layer(2)};
    }

    /** For KNIME. */
    public Layered() {
      super(Nodes.with(Parameters.class));
    }
  }

  /** Says two different things. */
  public static final class Torn extends DefaultNodeFactory {
    static final class Parameters implements NodeParameters {
      @Persist(configKey = "other")
      @Persistor(Custom.RangePersistor.class)
      int[] m_bounds = {1, 9};
    }

    /** For KNIME. */
    public Torn() {
      super(Nodes.with(Parameters.class));
    }
  }

  @Test
  public void aPersistorWritesAndReads() throws Exception {
    NodeRun node = NodeRun.of(Custom.class);
    assertEquals("1-9", node.settings().getString("range"));
    assertFalse(node.settings().containsKey("bounds"));
    node.set("range", "2-3").configure();
    assertEquals("2-3", node.settings().getString("range"));
    node.set("range", "3-2");
    assertThrows(InvalidSettingsException.class, () -> node.configure());
  }

  @Test
  public void olderSettingsAreMigrated() throws Exception {
    NodeSettings old = new NodeSettings("model");
    old.addInt("minutes", 2);
    NodeRun node = NodeRun.of(Renamed.class).load(old);
    assertEquals(120, node.settings().getInt("seconds"));
    assertEquals(30, NodeRun.of(Renamed.class).settings().getInt("seconds"));
    assertThrows(
        InvalidSettingsException.class,
        () -> NodeRun.of(Renamed.class).load(new NodeSettings("model")));
  }

  @Test
  public void absentFieldsMayTakeTheirDefaults() throws Exception {
    NodeSettings old = new NodeSettings("model");
    old.addInt("second", 7);
    NodeSettings loaded = NodeRun.of(Tolerant.class).load(old).settings();
    assertEquals(1, loaded.getInt("first"));
    assertEquals(7, loaded.getInt("second"));
  }

  @Test
  public void groupsInAListHaveNumbers() throws Exception {
    NodeRun node = NodeRun.of(Layered.class);
    assertEquals(List.of("0", "1"), List.copyOf(node.settings().getConfig("layers").keySet()));
    node.change(PersistenceTest::addLayer).configure();
    NodeSettings layers = node.settings().getNodeSettings("layers");
    assertEquals(3, layers.keySet().size());
    assertEquals(16, layers.getNodeSettings("2").getInt("units"));
    node.set("layers/0/units", 5).configure();
    assertEquals(5, node.settings().getNodeSettings("layers").getNodeSettings("0").getInt("units"));
  }

  private static void addLayer(NodeSettings settings) {
    try {
      settings.getNodeSettings("layers").addNodeSettings("2").addInt("units", 16);
    } catch (InvalidSettingsException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  public void twoWaysToWriteAFieldAreOneTooMany() {
    IllegalStateException e =
        assertThrows(IllegalStateException.class, () -> NodeRun.of(Torn.class).settings());
    assertTrue(e.getMessage(), e.getMessage().contains("bounds"));
  }
}
