package org.enf.knime.port;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import javax.swing.JComponent;
import org.enf.core.dequantization.EnfSettings;
import org.enf.core.model.EnfModel;
import org.enf.core.molecule.AtomTypes;
import org.enf.knime.Models;
import org.enf.knime.builtin.BuiltInFactory;
import org.enf.standin.NodeRun;
import org.enf.standin.SavedNode;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortUtil;

/** Models in ports, and in the files of workflows. */
public final class EnfModelPortTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private static EnfModelPortObjectSpec again(EnfModelPortObjectSpec spec) throws Exception {
    ModelContent content = new ModelContent("spec");
    spec.save(content);
    EnfModelPortObjectSpec read = new EnfModelPortObjectSpec();
    read.load(content);
    return read;
  }

  @Test
  public void specIsReadAsItWasSaved() throws Exception {
    EnfModelPortObjectSpec spec = Models.builtIn().getSpec();
    assertEquals(spec, again(spec));
    EnfModelPortObjectSpec untrained =
        EnfModelPortObjectSpec.of(EnfSettings.matching(AtomTypes.QM9, 2, 8));
    assertEquals(untrained, again(untrained));
  }

  @Test
  public void damagedSpecIsRefused() {
    ModelContent content = new ModelContent("spec");
    Models.builtIn().getSpec().save(content);
    content.addStringArray("elements", "H", "Nonsense");
    InvalidSettingsException refused =
        assertThrows(
            InvalidSettingsException.class, () -> new EnfModelPortObjectSpec().load(content));
    assertTrue(refused.getMessage(), refused.getMessage().contains("Nonsense"));
  }

  @Test
  public void modelInASavedWorkflowIsReadBitForBit() throws Exception {
    NodeRun node = NodeRun.of(BuiltInFactory.class);
    EnfModel model = node.execute().object(0, EnfModelPortObject.class).model();
    SavedNode saved = node.save(folder.newFolder().toPath());
    NodeRun loaded = NodeRun.load(BuiltInFactory.class, saved);
    EnfModel read = ((EnfModelPortObject) loaded.outputs().get(0)).model();
    assertArrayEquals(model.parameters(), read.parameters(), 0);
    assertEquals(model.settings(), read.settings());
    assertEquals(model.sizes(), read.sizes());
    assertEquals(model.provenance(), read.provenance());
  }

  @Test
  public void modelThatWasCutShortInASavedWorkflowIsNotLoaded() throws Exception {
    Path place = folder.newFolder().toPath();
    NodeRun node = NodeRun.of(BuiltInFactory.class);
    node.execute();
    SavedNode saved = node.save(place);
    Path archive = place.resolve("port_1/object/portobject.zip");
    byte[] whole = Files.readAllBytes(archive);
    Files.write(archive, Arrays.copyOf(whole, whole.length / 2));
    assertThrows(IOException.class, () -> NodeRun.load(BuiltInFactory.class, saved));
  }

  /** Reads a port whose archive holds these bytes under this name. */
  private static String refusal(String entry, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PortObjectZipOutputStream out = PortUtil.getPortObjectZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry(entry));
      out.write(content);
      out.closeEntry();
    }
    ByteArrayInputStream archive = new ByteArrayInputStream(bytes.toByteArray());
    EnfModelPortObjectSpec spec = Models.builtIn().getSpec();
    return assertThrows(
            IOException.class,
            () -> {
              try (PortObjectZipInputStream in = PortUtil.getPortObjectZipInputStream(archive)) {
                new EnfModelPortObject.Serializer()
                    .loadPortObject(in, spec, new ExecutionMonitor());
              }
            })
        .getMessage();
  }

  @Test
  public void archiveWithAnotherEntryIsRefused() throws IOException {
    for (String entry : List.of("../model.enf", "/model.enf", "other.enf", "model.enf/")) {
      String message = refusal(entry, new byte[0]);
      assertTrue(message, message.contains("the port has no model.enf but " + entry));
    }
    assertTrue(refusal("model.enf", new byte[3]).contains("model.enf"));
  }

  /** A few bytes that would unpack to what their header claims. */
  @Test
  public void packedModelBeyondMemoryIsRefusedBeforeItIsUnpacked() throws IOException {
    StringBuilder header = new StringBuilder("{");
    for (int tensor = 0; tensor < 1000; tensor++) {
      long begin = tensor * 2_000_000_000L;
      header
          .append(tensor == 0 ? "" : ",")
          .append("\"t" + tensor + "\":{\"dtype\":\"U8\",\"shape\":[2000000000],")
          .append("\"data_offsets\":[" + begin + "," + (begin + 2_000_000_000L) + "]}");
    }
    byte[] text = header.append("}").toString().getBytes(StandardCharsets.UTF_8);
    ByteBuffer file =
        ByteBuffer.allocate(Long.BYTES + text.length + 100_000).order(ByteOrder.LITTLE_ENDIAN);
    String message = refusal("model.enf", file.putLong(text.length).put(text).array());
    assertTrue(message, message.contains("its tensors take 1907348 MiB"));
  }

  @Test
  public void specWithListsThatCannotBeIsRefused() {
    for (long[] counts : new long[][] {{0}, {-1}, {Long.MAX_VALUE, Long.MAX_VALUE}}) {
      ModelContent content = new ModelContent("spec");
      Models.builtIn().getSpec().save(content);
      content.addIntArray("sizes", IntStream.rangeClosed(3, 2 + counts.length).toArray());
      content.addLongArray("counts", counts);
      assertThrows(
          InvalidSettingsException.class, () -> new EnfModelPortObjectSpec().load(content));
      content.addIntArray("sizes", 2_000_000_000);
      content.addLongArray("counts", 1);
      assertThrows(
          InvalidSettingsException.class, () -> new EnfModelPortObjectSpec().load(content));
    }
  }

  @Test
  public void portHasANameAndAColourOfItsOwn() {
    assertEquals("E-NF Model", EnfModelPortObject.TYPE.getName());
    assertEquals(0x7a4fa3, EnfModelPortObject.TYPE.getColor());
  }

  @Test
  public void viewTellsArchitectureProvenanceAndSizes() {
    JComponent[] views = Models.builtIn().getViews();
    assertEquals(1, views.length);
    assertEquals("E-NF model", views[0].getName());
    assertTrue(Models.builtIn().getSummary().contains("3 to 29 atoms"));
  }
}
