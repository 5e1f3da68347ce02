package org.enf.core.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The most memory that was in use for some time.
 *
 * @param heap bytes of the Java heap: the sum of the most that each of its parts held
 * @param resident bytes that the process had in main memory, heap and native memory together; -1
 *     where the system does not tell (it does on Linux)
 */
public record MemoryPeak(long heap, long resident) {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path CLEAR = Path.of("/proc/self/clear_refs");
  private static final String CLEAR_PEAK = "5";
  private static final String PEAK_LINE = "VmHWM:";
  private static final int BYTES_OF_A_KILOBYTE = 1024;

  /** Forgets the peaks so far; where the system does not allow it, its peak is that so far. */
  static void reset() {
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    try {
      if (Files.isWritable(CLEAR)) {
        Files.writeString(CLEAR, CLEAR_PEAK, StandardCharsets.US_ASCII);
      }
    } catch (IOException e) {
      // then the figure is an upper bound
      return;
    }
  }

  /** The peaks since the last {@link #reset}. */
  static MemoryPeak now() {
    long heap =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum();
    return new MemoryPeak(heap, residentPeak());
  }

  private static long residentPeak() {
    try {
      return Files.isReadable(STATUS)
          ? Files.readAllLines(STATUS).stream()
              .filter(line -> line.startsWith(PEAK_LINE))
              .mapToLong(MemoryPeak::bytes)
              .findFirst()
              .orElse(-1)
          : -1;
    } catch (IOException | NumberFormatException e) {
      return -1;
    }
  }

  /** From a line such as {@code VmHWM: 123456 kB}. */
  private static long bytes(String line) {
    String number = line.substring(PEAK_LINE.length()).replace("kB", "").strip();
    return BYTES_OF_A_KILOBYTE * Long.parseLong(number);
  }
}
