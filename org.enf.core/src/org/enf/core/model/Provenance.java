package org.enf.core.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.enf.core.ode.SolverSettings;
import org.enf.core.training.TrainingSettings;

/**
 * Where a model comes from.
 *
 * @param libraryVersion the version of this library that wrote it
 * @param engine the engine that trained it, in words
 * @param objective what was minimised, for example {@code maximum likelihood}
 * @param data the name of the training data
 * @param dataFingerprint SHA-256 over the training data, hexadecimal
 * @param molecules the number of training molecules
 * @param training how it was trained
 * @param solver the solver in training
 * @param steps the steps done
 * @param seconds the time spent in steps
 * @param metrics what was measured, by name, for example {@code validation NLL (nats)}
 */
public record Provenance(
    String libraryVersion,
    String engine,
    String objective,
    String data,
    String dataFingerprint,
    int molecules,
    TrainingSettings training,
    SolverSettings solver,
    long steps,
    double seconds,
    Map<String, Double> metrics) {
  /**
   * Copies the metrics, sorted by name.
   *
   * @throws IllegalArgumentException if a metric has no value
   */
  public Provenance {
    metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
    if (metrics.containsValue(null)) {
      throw new IllegalArgumentException("a metric has no value");
    }
  }
}
