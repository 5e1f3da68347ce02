package org.enf.standin;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.enf.standin.ports.Mistaken;
import org.enf.standin.ports.Weights;
import org.enf.standin.ports.WeightsSpec;
import org.junit.Test;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObject.PortObjectSerializer;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectSpec.PortObjectSpecSerializer;
import org.knime.core.node.port.PortObjectSpecZipInputStream;
import org.knime.core.node.port.PortObjectSpecZipOutputStream;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortTypeRegistry;
import org.knime.core.node.port.PortUtil;

/** The archives of port objects and specs, by the serializers that plugin.xml names. */
public class PortObjectZipTest {
  private final DefaultNodeProgressMonitor progress = new DefaultNodeProgressMonitor();
  private final ExecutionMonitor exec = new ExecutionMonitor(progress);

  private byte[] write(PortObject object) throws IOException, CanceledExecutionException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PortObjectZipOutputStream out = PortUtil.getPortObjectZipOutputStream(bytes)) {
      serializer(object.getClass()).savePortObject(object, out, exec);
    }
    return bytes.toByteArray();
  }

  private PortObject read(byte[] zip, Class<? extends PortObject> type, PortObjectSpec spec)
      throws IOException, CanceledExecutionException {
    try (PortObjectZipInputStream in =
        PortUtil.getPortObjectZipInputStream(new ByteArrayInputStream(zip))) {
      return serializer(type).loadPortObject(in, spec, exec);
    }
  }

  private static PortObjectSerializer<PortObject> serializer(Class<? extends PortObject> type) {
    return PortTypeRegistry.getInstance().getObjectSerializer(type).orElseThrow();
  }

  private static PortObjectSpec writeAndRead(PortObjectSpec spec) throws IOException {
    PortObjectSpecSerializer<PortObjectSpec> serializer =
        PortTypeRegistry.getInstance().getSpecSerializer(spec.getClass()).orElseThrow();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PortObjectSpecZipOutputStream out = PortUtil.getPortObjectSpecZipOutputStream(bytes)) {
      serializer.savePortObjectSpec(spec, out);
    }
    try (PortObjectSpecZipInputStream in =
        PortUtil.getPortObjectSpecZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return serializer.loadPortObjectSpec(in);
    }
  }

  private static List<String> entries(byte[] zip) throws IOException {
    List<String> names = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    return names;
  }

  @Test
  public void anObjectThatWritesItselfSurvives() throws IOException, CanceledExecutionException {
    Weights weights = new Weights(1, -0.5, Double.MIN_VALUE);
    Weights read = (Weights) read(write(weights), Weights.class, weights.getSpec());
    assertArrayEquals(weights.values(), read.values(), 0);
  }

  @Test
  public void theFirstEntryIsNotTheObjects() throws IOException, CanceledExecutionException {
    assertEquals(List.of("portObject.file", "values", "note"), entries(write(new Weights(1))));
  }

  @Test
  public void specsSurvive() throws IOException {
    DataTableSpec table =
        new DataTableSpec(new DataColumnSpecCreator("a", StringCell.TYPE).createSpec());
    assertEquals(new WeightsSpec(3), writeAndRead(new WeightsSpec(3)));
    assertEquals(table, writeAndRead(table));
  }

  @Test
  public void otherArchivesAreRefused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("values"));
    }
    assertThrows(
        IOException.class, () -> read(bytes.toByteArray(), Weights.class, new WeightsSpec(0)));
  }

  @Test
  public void cancellationReachesTheSerializer() {
    progress.setExecuteCanceled();
    assertThrows(CanceledExecutionException.class, () -> write(new Weights(1)));
  }

  @Test
  public void theSerializerOfAnotherClassIsRefused() {
    assertNull(PortTypeRegistry.getInstance().getObjectSerializer(Mistaken.class).orElse(null));
  }
}
