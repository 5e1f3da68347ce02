package org.enf.core.gpu;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * For which GPUs a library has kernels.
 *
 * @param compiled compute capabilities with machine code; it also runs on later ones of the same
 *     major version
 * @param portable the oldest compute capability for which the driver compiles the kernels itself,
 *     and for all newer ones; nothing if the library has no PTX
 */
public record KernelTargets(
    List<ComputeCapability> compiled, Optional<ComputeCapability> portable) {
  /** All that GPUs have had so far, those of Jetson boards and the like included. */
  private static final List<ComputeCapability> KNOWN =
      parse(
          "3.0 3.2 3.5 3.7 5.0 5.2 5.3 6.0 6.1 6.2 7.0 7.2 7.5 8.0 8.6 8.7 8.9 9.0 10.0 10.3 11.0"
              + " 12.0 12.1");

  /** Copies the list. */
  public KernelTargets {
    compiled = List.copyOf(compiled);
  }

  /** Machine code alone, for capabilities as in {@code 7.5 8.6}. */
  public static KernelTargets compiled(String capabilities) {
    return new KernelTargets(parse(capabilities), Optional.empty());
  }

  /** Code that the driver compiles, for this capability and all newer ones. */
  public static KernelTargets portableFrom(ComputeCapability oldest) {
    return new KernelTargets(List.of(), Optional.of(oldest));
  }

  private static List<ComputeCapability> parse(String capabilities) {
    return Stream.of(capabilities.split(" ")).map(ComputeCapability::parse).toList();
  }

  /** Whether there are kernels for a GPU of this capability. */
  public boolean cover(ComputeCapability capability) {
    return compiled.stream()
            .anyMatch(
                code -> code.major() == capability.major() && code.minor() <= capability.minor())
        || portable.map(oldest -> oldest.compareTo(capability) <= 0).orElse(false);
  }

  /** Whether GPUs have to be newer for kernels; false for any with kernels. */
  boolean areAllNewerThan(ComputeCapability capability) {
    return Stream.concat(compiled.stream(), portable.stream())
        .allMatch(code -> code.compareTo(capability) > 0);
  }

  /** The capabilities in words, for example {@code 5.0 to 5.3, 7.5}. */
  public String words() {
    List<String> parts = new ArrayList<>();
    int from = -1;
    for (int i = 0; i <= KNOWN.size(); i++) {
      boolean inside = i < KNOWN.size() && cover(KNOWN.get(i));
      if (inside && from < 0) {
        from = i;
      } else if (!inside && from >= 0) {
        parts.add(range(from, i - 1));
        from = -1;
      }
    }
    return String.join(", ", parts);
  }

  private String range(int from, int to) {
    if (to == KNOWN.size() - 1 && portable.isPresent()) {
      return KNOWN.get(from) + " and newer";
    }
    return from == to ? KNOWN.get(from).toString() : KNOWN.get(from) + " to " + KNOWN.get(to);
  }
}
