package org.enf.core.scoring;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Stability over a set of molecules.
 *
 * @param molecules stable molecules of all judged ones
 * @param atoms stable atoms of all atoms of judged molecules
 * @param connected judged molecules that hang together, stable or not
 * @param atomsByElement stable atoms of all atoms of each element, lightest first
 * @param unjudged how many molecules could not be judged, by the first element that the tables do
 *     not cover; they are in none of the ratios
 */
public record StabilityScore(
    Estimate molecules,
    Estimate atoms,
    Ratio connected,
    Map<String, Ratio> atomsByElement,
    Map<String, Long> unjudged) {
  /** Copies the maps, in their order. */
  public StabilityScore {
    atomsByElement = Collections.unmodifiableMap(new LinkedHashMap<>(atomsByElement));
    unjudged = Collections.unmodifiableMap(new LinkedHashMap<>(unjudged));
  }

  /** The number of molecules that could be judged. */
  public long judgedMolecules() {
    return molecules.ratio().denominator();
  }

  /** The number of molecules that could not be judged. */
  public long unjudgedMolecules() {
    return unjudged.values().stream().mapToLong(Long::longValue).sum();
  }
}
