package org.enf.standin;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.junit.Test;
import org.knime.chem.types.SdfAdapterCell;
import org.knime.chem.types.SdfCell;
import org.knime.chem.types.SdfCellFactory;
import org.knime.chem.types.SdfValue;
import org.knime.chem.types.SmilesCellFactory;
import org.knime.chem.types.SmilesValue;
import org.knime.core.data.AdapterCell;
import org.knime.core.data.AdapterValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/** Which cells go for which, and how a molecule is read from its cell. */
public class DataTypeTest {
  private static final String SDF =
      "water\n\n\n  0  0  0  0  0  0  0  0  0  0999 V2000\nM  END\n$$$$\n";

  @Test
  public void aTypeIsCompatibleWithTheValuesOfItsCells() {
    assertTrue(IntCell.TYPE.isCompatible(DoubleValue.class));
    assertFalse(DoubleCell.TYPE.isCompatible(IntValue.class));
    assertTrue(SdfCell.TYPE.isCompatible(SdfValue.class));
    assertFalse(SdfCell.TYPE.isAdaptable(SdfValue.class));
    assertTrue(DataType.getMissingCell().getType().isCompatible(SdfValue.class));
  }

  @Test
  public void moleculesAreReadThroughTheirValue() {
    DataCell plain = SdfCellFactory.create(SDF);
    DataCell adapter = SdfCellFactory.createAdapterCell(SDF);
    assertEquals(SDF, ((SdfValue) plain).getSdfValue());
    assertEquals(SDF, ((AdapterValue) adapter).getAdapter(SdfValue.class).getSdfValue());
    assertTrue(SdfAdapterCell.RAW_TYPE.isASuperTypeOf(adapter.getType()));
    assertFalse(SdfAdapterCell.RAW_TYPE.isASuperTypeOf(plain.getType()));
    assertTrue(SdfCell.TYPE.isASuperTypeOf(adapter.getType()));
  }

  @Test
  @SuppressWarnings("unchecked")
  public void anAdapterTakesAnotherRepresentation() {
    AdapterCell sdf = (AdapterCell) SdfCellFactory.createAdapterCell(SDF);
    assertThrows(IllegalArgumentException.class, () -> sdf.getAdapter(SmilesValue.class));
    DataCell both = sdf.cloneAndAddAdapter(SmilesCellFactory.create("O"), SmilesValue.class);
    assertEquals("O", ((AdapterValue) both).getAdapter(SmilesValue.class).getSmilesValue());
    assertTrue(both.getType().isAdaptable(SmilesValue.class));
    assertFalse(both.getType().isCompatible(SmilesValue.class));
    assertEquals(SdfAdapterCell.RAW_TYPE.createNewWithAdapter(SmilesValue.class), both.getType());
  }

  @Test
  @SuppressWarnings("unchecked")
  public void aMissingRepresentationTellsWhy() {
    AdapterCell sdf = (AdapterCell) SdfCellFactory.createAdapterCell(SDF);
    AdapterValue failed = sdf.cloneAndAddAdapter(new MissingCell("no bonds"), SmilesValue.class);
    assertEquals(null, failed.getAdapter(SmilesValue.class));
    assertNotNull(failed.getAdapterError(SmilesValue.class));
  }

  @Test
  public void cellsAreEqualByTheirContent() {
    assertEquals(SdfCellFactory.create(SDF), SdfCellFactory.create(SDF));
    assertEquals(new MissingCell("why"), DataType.getMissingCell());
    assertNotEquals(new IntCell(1), new DoubleCell(1));
  }

  @Test
  public void typesSurviveSettings() throws InvalidSettingsException {
    for (DataType type :
        new DataType[] {
          StringCell.TYPE, SdfCell.TYPE, SdfCellFactory.createAdapterCell(SDF).getType()
        }) {
      NodeSettings settings = new NodeSettings("type");
      type.save(settings);
      assertEquals(type, DataType.load(settings));
    }
  }
}
