package org.enf.standin;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import javax.swing.JComponent;
import org.enf.standin.ports.Weights;
import org.enf.standin.ports.WeightsSpec;
import org.junit.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** The types of ports that plugin.xml gives. */
public class PortTypeTest {
  private final PortTypeRegistry registry = PortTypeRegistry.getInstance();

  @Test
  public void aRegisteredClassHasItsType() {
    assertEquals("Weights", Weights.TYPE.getName());
    assertEquals(0x7a4fa3, Weights.TYPE.getColor());
    assertTrue(registry.availablePortTypes().contains(Weights.TYPE));
  }

  @Test
  public void anUnregisteredClassHasTheTypeOfItsParent() {
    assertEquals(PortObject.TYPE, registry.getPortType(Unregistered.class));
    assertTrue(registry.getObjectClass(Unregistered.class.getName()).isEmpty());
  }

  @Test
  public void anOptionalTypeIsEqualAndOptional() {
    PortType optional = registry.getPortType(Weights.class, true);
    assertEquals(Weights.TYPE, optional);
    assertTrue(optional.isOptional());
    assertFalse(Weights.TYPE.isOptional());
  }

  @Test
  public void aTypeAcceptsItsOwnOnly() {
    assertTrue(Weights.TYPE.acceptsPortObjectSpec(new WeightsSpec(1)));
    assertFalse(Weights.TYPE.acceptsPortObjectSpec(new DataTableSpec()));
    assertTrue(PortObject.TYPE.isSuperTypeOf(BufferedDataTable.TYPE));
    assertFalse(BufferedDataTable.TYPE.isSuperTypeOf(PortObject.TYPE));
  }

  @Test
  public void typesSurviveSettings() throws InvalidSettingsException {
    NodeSettings settings = new NodeSettings("port");
    Weights.TYPE.save(settings);
    assertEquals(Weights.TYPE, PortType.load(settings));
  }

  private static final class Unregistered implements PortObject {
    @Override
    public String getSummary() {
      return "unregistered";
    }

    @Override
    public WeightsSpec getSpec() {
      return new WeightsSpec(0);
    }

    @Override
    public JComponent[] getViews() {
      return new JComponent[0];
    }
  }
}
