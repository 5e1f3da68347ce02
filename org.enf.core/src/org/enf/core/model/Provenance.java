package org.enf.core.model;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.enf.core.ode.SolverSettings;
import org.enf.core.training.TrainingSettings;
import org.enf.core.vector.Precision;

/** Where a model comes from. */
public sealed interface Provenance {
  /** What a training starts from if not from another model. */
  String RANDOM_WEIGHTS = "random weights";

  /** The version of this library that wrote the model. */
  String libraryVersion();

  /** What was measured, by name, for example {@code validation NLL (nats)}. */
  Map<String, Double> metrics();

  /** The training by this library, if it was trained by it. */
  default Optional<Trained> trained() {
    return this instanceof Trained trained ? Optional.of(trained) : Optional.empty();
  }

  /**
   * It was trained by this library.
   *
   * @param engine the engine that trained it, in words
   * @param engineName the name by which users choose this engine
   * @param precision the precision of the engine
   * @param objective what was minimised, for example {@code maximum likelihood}
   * @param data the name of the training data
   * @param dataFingerprint SHA-256 over the training data, hexadecimal
   * @param molecules the number of training molecules
   * @param startedFrom whose weights it began with, in words
   * @param training how it was trained
   * @param solver the solver in training
   * @param steps the steps done
   * @param seconds the time spent in steps
   */
  record Trained(
      String libraryVersion,
      String engine,
      String engineName,
      Precision precision,
      String objective,
      String data,
      String dataFingerprint,
      int molecules,
      String startedFrom,
      TrainingSettings training,
      SolverSettings solver,
      long steps,
      double seconds,
      Map<String, Double> metrics)
      implements Provenance {
    /**
     * Copies the metrics, sorted by name.
     *
     * @throws IllegalArgumentException if a metric has no value
     */
    public Trained {
      metrics = sorted(metrics);
    }
  }

  /**
   * It was trained elsewhere and its weights were imported.
   *
   * @param file the name of the file of weights
   * @param fingerprint SHA-256 over that file, hexadecimal
   * @param source what the file says of itself, empty if nothing
   */
  record Imported(
      String libraryVersion,
      String file,
      String fingerprint,
      String source,
      Map<String, Double> metrics)
      implements Provenance {
    /**
     * Copies the metrics, sorted by name.
     *
     * @throws IllegalArgumentException if a metric has no value
     */
    public Imported {
      metrics = sorted(metrics);
    }
  }

  private static Map<String, Double> sorted(Map<String, Double> metrics) {
    Map<String, Double> copy = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
    if (copy.containsValue(null)) {
      throw new IllegalArgumentException("a metric has no value");
    }
    return copy;
  }
}
