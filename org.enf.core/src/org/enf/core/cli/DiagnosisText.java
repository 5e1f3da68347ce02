package org.enf.core.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.enf.core.file.CacheFolder;
import org.enf.core.gpu.Gpu;
import org.enf.core.gpu.GpuStatus.Absent;
import org.enf.core.gpu.GpuStatus.Present;
import org.enf.core.gpu.Refusal;
import org.enf.core.model.safetensors.PlainText;

/** Tells a diagnosis, to people and to machines. */
final class DiagnosisText {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final double GIBI = 1L << 30;

  private DiagnosisText() {}

  /** Aligned lines. */
  static List<String> lines(Diagnosis it) {
    List<String> lines = new ArrayList<>();
    lines.add(row("E-NF", it.version()));
    lines.add(row("processor", it.machine().processor()));
    lines.add(row("cores", String.valueOf(it.machine().cores())));
    lines.add(
        row(
            "Vector API",
            it.vectorBits().isPresent()
                ? it.vectorBits().getAsInt() + " bits"
                : "off; Java has it on if started with --add-modules jdk.incubator.vector"));
    if (it.memory().isPresent()) {
      lines.add(row("memory", gibi(it.memory().getAsLong())));
    }
    lines.add(row("Java's heap", gibi(it.machine().heap()) + " at most"));
    lines.add(row("Java", it.machine().jvm() + ", " + it.javaHome()));
    lines.add(row("system", it.machine().system()));
    lines.add(row("cache", cache(it.cache())));
    lines.add("");
    lines.add("engines:");
    it.engines()
        .forEach(
            engine ->
                lines.add(
                    row(
                        "  " + engine.name(),
                        (engine.runs() ? "runs: " : "does not run: ") + engine.words())));
    lines.add("");
    lines.add("GPUs for nd4j-cuda:");
    addGpus(it, lines);
    return lines;
  }

  private static void addGpus(Diagnosis it, List<String> lines) {
    if (it.gpus() instanceof Absent absent) {
      lines.add("  none: " + PlainText.of(absent.refusal().reason()));
      return;
    }
    Present present = (Present) it.gpus();
    lines.add(row("  driver", "for CUDA " + present.driver()));
    for (int i = 0; i < present.gpus().size(); i++) {
      Gpu gpu = present.gpus().get(i);
      String free = gpu.memory() instanceof Gpu.Free f ? ", " + gibi(f.bytes()) + " free" : "";
      lines.add(
          row(
              "  " + gpu.index(),
              gpu.name()
                  + ", compute capability "
                  + gpu.capability()
                  + ", "
                  + gibi(gpu.totalMemory())
                  + free));
      lines.add(
          row("", it.judgements().get(i).map(why -> "not fit: " + why.reason()).orElse("fit")));
    }
  }

  private static String cache(CacheFolder.State cache) {
    return cache
        .path()
        .map(
            path ->
                path
                    + (cache.writable() ? ", " : ", not writable, ")
                    + String.format(Locale.ROOT, "%.0f MB", cache.bytes() / 1e6))
        .orElse("none: the user has no home");
  }

  private static String gibi(long bytes) {
    return String.format(Locale.ROOT, "%.1f GiB", bytes / GIBI);
  }

  private static String row(String name, String value) {
    return String.format(Locale.ROOT, "%-13s %s", name, PlainText.of(value));
  }

  /** The same as a JSON tree. */
  static ObjectNode tree(Diagnosis it) {
    ObjectNode root = JSON.createObjectNode();
    root.put("version", it.version());
    root.put("works", it.isWell());
    ObjectNode machine = root.putObject("machine");
    machine.put("processor", it.machine().processor());
    machine.put("cores", it.machine().cores());
    machine.put("system", it.machine().system());
    it.memory().ifPresent(bytes -> machine.put("memory", bytes));
    ObjectNode java = root.putObject("java");
    java.put("vm", it.machine().jvm());
    java.put("home", it.javaHome());
    java.put("heap", it.machine().heap());
    java.put("vectorApi", it.vectorBits().isPresent());
    it.vectorBits().ifPresent(bits -> java.put("vectorBits", bits));
    ObjectNode cache = root.putObject("cache");
    it.cache().path().ifPresent(path -> cache.put("folder", path.toString()));
    cache.put("writable", it.cache().writable());
    cache.put("bytes", it.cache().bytes());
    ObjectNode engines = root.putObject("engines");
    for (Diagnosis.EngineState engine : it.engines()) {
      ObjectNode state = engines.putObject(engine.name());
      state.put("runs", engine.runs());
      state.put(engine.runs() ? "description" : "reason", engine.words());
    }
    putGpus(it, root.putObject("gpu"));
    return root;
  }

  private static void putGpus(Diagnosis it, ObjectNode node) {
    if (it.gpus() instanceof Absent absent) {
      putRefusal(Optional.of(absent.refusal()), node);
      return;
    }
    Present present = (Present) it.gpus();
    node.put("cuda", present.driver().toString());
    var devices = node.putArray("devices");
    for (int i = 0; i < present.gpus().size(); i++) {
      Gpu gpu = present.gpus().get(i);
      ObjectNode device = devices.addObject();
      device.put("index", gpu.index());
      device.put("name", gpu.name());
      device.put("computeCapability", gpu.capability().toString());
      device.put("memory", gpu.totalMemory());
      if (gpu.memory() instanceof Gpu.Free free) {
        device.put("free", free.bytes());
      }
      putRefusal(it.judgements().get(i), device);
    }
  }

  private static void putRefusal(Optional<Refusal> refusal, ObjectNode node) {
    node.put("fit", refusal.isEmpty());
    refusal.ifPresent(
        why -> {
          node.put("obstacle", why.obstacle().name());
          node.put("reason", why.reason());
        });
  }
}
