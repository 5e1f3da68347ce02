package org.enf.core.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.enf.core.bench.Machine;
import org.enf.core.file.CacheFolder;
import org.enf.core.gpu.ComputeCapability;
import org.enf.core.gpu.CudaVersion;
import org.enf.core.gpu.Gpu;
import org.enf.core.gpu.GpuStatus;
import org.enf.core.gpu.Obstacle;
import org.enf.core.gpu.Refusal;
import org.enf.core.testing.PlainEngine;
import org.junit.Test;

/** {@code enf doctor}, here and on machines that are played. */
public final class DoctorCommandTest extends CliTestBase {
  private static final Machine MACHINE =
      new Machine("a processor", 8, "a system", "a JVM", 1L << 30);
  private static final Refusal TOO_NEW =
      new Refusal(Obstacle.NO_KERNELS, "it is too new", "choose an older one");

  private static Diagnosis diagnosis(boolean well, boolean vectors, GpuStatus gpus) {
    return new Diagnosis(
        "1.2.3",
        MACHINE,
        vectors ? OptionalInt.of(256) : OptionalInt.empty(),
        OptionalLong.of(3L << 30),
        "/java",
        new CacheFolder.State(Optional.empty(), false, 0),
        List.of(new Diagnosis.EngineState("cpu", well, well ? "fast" : "it is broken")),
        gpus,
        gpus instanceof GpuStatus.Present
            ? List.of(Optional.of(TOO_NEW), Optional.empty())
            : List.of());
  }

  private static GpuStatus twoGpus() {
    return new GpuStatus.Present(
        new CudaVersion(12, 4),
        List.of(
            new Gpu(0, "New", ComputeCapability.parse("9.0"), 80L << 30, new Gpu.NotAsked()),
            new Gpu(1, "Old", ComputeCapability.parse("7.5"), 8L << 30, new Gpu.Free(3L << 29))));
  }

  private static JsonNode json(String text) throws IOException {
    return JsonMapper.builder().build().readTree(text);
  }

  @Test
  public void thisMachineComputes() throws IOException {
    String out = done("doctor").out();
    assertTrue(out, out.matches("(?s)E-NF +\\d+\\.\\d+\\.\\d+\nprocessor +\\S.*"));
    assertTrue(out, out.contains("\n  cpu         runs: cpu ("));
    assertTrue(out, out.contains("\n  nd4j        runs: nd4j "));
    assertTrue(out, out.matches("(?s).*\n  nd4j-cuda +(runs|does not run): \\S.*"));
    JsonNode json = json(done("doctor", "--json", "-").out());
    assertTrue(json.at("/works").asBoolean());
    assertTrue(!json.at("/engines/nd4j-cuda/runs").asBoolean() || hasFitGpu(json.at("/gpu")));
    assertTrue(json.at("/machine/memory").asLong() > 1 << 20);
  }

  private static boolean hasFitGpu(JsonNode gpu) {
    for (JsonNode device : gpu.path("devices")) {
      if (device.path("fit").asBoolean()) {
        return true;
      }
    }
    return false;
  }

  @Test
  public void cacheIsMeasured() throws IOException {
    Files.createDirectories(file("cache/enf/deep"));
    Files.write(file("cache/enf/deep/file"), new byte[2_000_000]);
    JsonNode cache = json(done("doctor", "--json", "-").out()).path("cache");
    assertEquals(name("cache/enf"), cache.path("folder").asText());
    assertEquals(2_000_000, cache.path("bytes").asLong());
    assertTrue(cache.path("writable").asBoolean());
  }

  @Test
  public void lookingMakesNoCache() {
    done("doctor");
    assertFalse(Files.exists(file("cache")));
  }

  @Test
  public void gpusAreListedWithWhatIsThoughtOfThem() {
    Diagnosis diagnosis = diagnosis(true, true, twoGpus());
    String text = String.join("\n", DiagnosisText.lines(diagnosis));
    assertTrue(
        text,
        text.endsWith(
            """
            GPUs for nd4j-cuda:
              driver      for CUDA 12.4
              0           New, compute capability 9.0, 80.0 GiB
                          not fit: it is too new
              1           Old, compute capability 7.5, 8.0 GiB, 1.5 GiB free
                          fit"""));
    JsonNode gpu = DiagnosisText.tree(diagnosis).path("gpu");
    assertEquals("12.4", gpu.path("cuda").asText());
    assertEquals("NO_KERNELS", gpu.at("/devices/0/obstacle").asText());
    assertFalse(gpu.at("/devices/0/fit").asBoolean());
    assertTrue(gpu.at("/devices/1/fit").asBoolean());
    assertEquals(3L << 29, gpu.at("/devices/1/free").asLong());
  }

  @Test
  public void machineWithoutAnythingIsToldWhatIsMissing() {
    Diagnosis diagnosis = diagnosis(false, false, new GpuStatus.Absent(TOO_NEW));
    assertFalse(diagnosis.isWell());
    List<String> lines = DiagnosisText.lines(diagnosis);
    assertTrue(lines.contains("  cpu         does not run: it is broken"));
    assertTrue(lines.contains("  none: it is too new"));
    assertTrue(lines.contains("cache         none: the user has no home"));
    assertTrue(lines.get(3), lines.get(3).contains("--add-modules jdk.incubator.vector"));
    assertEquals("NO_KERNELS", DiagnosisText.tree(diagnosis).at("/gpu/obstacle").asText());
  }

  @Test
  public void engineThatDoesNotStartIsToldWithItsReason() {
    assertEquals(
        new Diagnosis.EngineState("x", false, "no library"),
        Diagnosis.engine(
            "x",
            () -> {
              throw new IllegalStateException("no library");
            }));
    Diagnosis.EngineState runs = Diagnosis.engine("x", PlainEngine::new);
    assertEquals(new Diagnosis.EngineState("x", true, "plain loops, float64"), runs);
  }
}
