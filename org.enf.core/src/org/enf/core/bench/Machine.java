package org.enf.core.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the figures were measured on.
 *
 * @param processor the model of the processor as far as the system tells it
 * @param cores how many of its cores Java may use
 * @param system the operating system
 * @param jvm the Java virtual machine
 * @param heap the most bytes of its heap
 */
public record Machine(String processor, int cores, String system, String jvm, long heap) {
  private static final Path LINUX_PROCESSORS = Path.of("/proc/cpuinfo");
  private static final String LINUX_NAME = "model name";
  private static final String WINDOWS_NAME = "PROCESSOR_IDENTIFIER";

  /** This machine. */
  public static Machine here() {
    Runtime runtime = Runtime.getRuntime();
    return new Machine(
        processorHere(),
        runtime.availableProcessors(),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
        runtime.maxMemory());
  }

  private static String processorHere() {
    String architecture = System.getProperty("os.arch");
    try {
      List<String> lines =
          Files.isReadable(LINUX_PROCESSORS) ? Files.readAllLines(LINUX_PROCESSORS) : List.of();
      return lines.stream()
          .filter(line -> line.startsWith(LINUX_NAME))
          .map(line -> line.substring(line.indexOf(':') + 1).strip() + " (" + architecture + ")")
          .findFirst()
          .or(() -> Optional.ofNullable(System.getenv(WINDOWS_NAME)))
          .orElse(architecture);
    } catch (IOException e) {
      return architecture;
    }
  }
}
