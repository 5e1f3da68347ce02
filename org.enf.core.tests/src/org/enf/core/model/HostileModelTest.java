package org.enf.core.model;

import static org.enf.core.model.ModelFiles.original;
import static org.enf.core.model.ModelFiles.refused;
import static org.enf.core.model.ModelFiles.with;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.enf.core.model.safetensors.SafetensorsFile;
import org.enf.core.model.safetensors.SafetensorsReader;
import org.enf.core.model.safetensors.SafetensorsWriter;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Models and checkpoints of strangers are read or refused; nothing else happens. */
public final class HostileModelTest {
  private static final String VERSION = "0.1.0";
  private static final int ROUNDS = 1500;

  /** What damage is likely to reach the checks behind the parsers. */
  private static final List<String> NUMBERS =
      List.of(
          "-1",
          "0",
          "1",
          "2147483647",
          "-2147483648",
          "9223372036854775807",
          "1e308",
          "1e999",
          "NaN",
          "null",
          "\"x\"",
          "[]",
          "{}",
          "true",
          "0.5",
          "");

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private interface Reading {
    void read(byte[] file) throws IOException;
  }

  private static void readModel(byte[] file) throws IOException {
    EnfModelFile.read(new ByteArrayInputStream(file), "m.enf");
  }

  private void readCheckpoint(byte[] file) throws IOException {
    Path path = folder.getRoot().toPath().resolve("c.enf");
    Files.write(path, file);
    Checkpoint.read(path);
  }

  private void readStored(byte[] file) throws IOException {
    Path path = folder.getRoot().toPath().resolve("s.enf");
    Files.write(path, file);
    StoredModel.read(path);
  }

  @Test
  public void damagedModelsAreReadOrRefused() throws IOException {
    for (String name : List.of("fm.enf", "ml.enf")) {
      damage(Released.bytes(VERSION, name), HostileModelTest::readModel);
    }
  }

  @Test
  public void damagedCheckpointsAreReadOrRefused() throws IOException {
    damage(Released.bytes(VERSION, "ml.checkpoint.enf"), this::readCheckpoint);
  }

  @Test
  public void damagedModelsOfPositionsAreReadOrRefused() throws IOException {
    damage(Released.bytes(VERSION, "positions.enf"), this::readStored);
  }

  /** Any exception that is no refusal goes up. */
  private static void damage(byte[] file, Reading reading) {
    Random random = new Random(20261128);
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] damaged =
          round % 3 == 0 ? withOtherBytes(file, random) : withOtherNumber(file, random);
      try {
        reading.read(damaged);
      } catch (IOException refusal) {
        assertTrue(refusal.getMessage(), refusal.getMessage().contains(".enf"));
        refused++;
      }
    }
    assertTrue("refused: " + refused, refused > ROUNDS / 3);
  }

  private static byte[] withOtherBytes(byte[] file, Random random) {
    byte[] damaged = file.clone();
    for (int change = random.nextInt(3); change >= 0; change--) {
      int at = random.nextInt(random.nextBoolean() ? damaged.length : headerLength(file));
      damaged[at] = (byte) random.nextInt();
    }
    return damaged;
  }

  /** One number or word of the header replaced by another, at its right length. */
  private static byte[] withOtherNumber(byte[] file, Random random) {
    int length = headerLength(file);
    String header = new String(file, Long.BYTES, length, StandardCharsets.UTF_8);
    int at = header.indexOf(':', random.nextInt(length)) + 1;
    int end = at;
    while (end < length && ",}]".indexOf(header.charAt(end)) < 0) {
      end++;
    }
    String other = NUMBERS.get(random.nextInt(NUMBERS.size()));
    if (header.startsWith("\\", at - 2)) {
      other = other.replace("\"", "\\\"");
    }
    byte[] changed =
        (header.substring(0, at) + other + header.substring(end)).getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream damaged = new ByteArrayOutputStream();
    damaged.writeBytes(
        ByteBuffer.allocate(Long.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(changed.length)
            .array());
    damaged.writeBytes(changed);
    damaged.write(file, Long.BYTES + length, file.length - Long.BYTES - length);
    return damaged.toByteArray();
  }

  private static int headerLength(byte[] file) {
    return (int) ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
  }

  @Test
  public void documentsWithoutEndAreNotParsed() throws IOException {
    refused(
        with("enf.size_distribution", "{\"3\":1" + " ".repeat(1_000_000) + "}"),
        "enf.size_distribution has 1000007 characters, more than the limit of 1000000");
    StringBuilder types = new StringBuilder("[\"H\"");
    types.append(",\"H\"".repeat(250_000)).append("]");
    refused(with("enf.atom_types", types.toString()), "more than the limit");
  }

  @Test
  public void deepDocumentsAreRefused() throws IOException {
    for (String opening : List.of("[", "{\"a\":", "{\"kind\":\"egnn\",\"a\":[")) {
      refused(with("enf.architecture", opening.repeat(40_000)), "enf.architecture");
      refused(with("enf.provenance", opening.repeat(40_000)), "enf.provenance");
    }
  }

  @Test
  public void numbersWithoutEndAreRefused() throws IOException {
    String architecture = original().metadata().get("enf.architecture");
    refused(
        with(
            "enf.architecture",
            architecture.replace("\"layers\":1", "\"layers\":" + "1".repeat(900_000))),
        "enf.architecture");
    refused(
        with("enf.architecture", architecture.replace("15.0", "1e" + "9".repeat(900_000))),
        "enf.architecture");
  }

  /** The name of a kind in a file chooses one of a few records, never a class. */
  @Test
  public void classesAreNotChosenByAFile() throws IOException {
    String architecture = original().metadata().get("enf.architecture");
    for (String kind : List.of("javax.swing.JEditorPane", "java.net.URL", "GnnSettings")) {
      refused(
          with(
              "enf.architecture",
              architecture.replaceFirst("\"kind\":\"egnn\"", "\"kind\":\"" + kind + "\"")),
          "enf.architecture cannot be read");
      refused(
          with(
              "enf.architecture",
              architecture.replaceFirst(
                  "\"kind\":\"egnn\"", "\"kind\":\"egnn\",\"@class\":\"" + kind + "\"")),
          "enf.architecture cannot be read");
    }
  }

  @Test
  public void networkThatIsLargerThanItsFileTakesNoMemory() throws IOException {
    String architecture = original().metadata().get("enf.architecture");
    SafetensorsFile file =
        with(
            "enf.architecture",
            architecture
                .replace("\"hidden\":4", "\"hidden\":1000")
                .replace("\"layers\":1", "\"layers\":60"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SafetensorsWriter.write(file, out);
    refused(SafetensorsReader.read(out.toByteArray(), "m.enf"), "dynamics.egnn.embedding.weight");
  }
}
