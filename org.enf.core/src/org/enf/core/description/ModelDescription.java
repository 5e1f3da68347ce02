package org.enf.core.description;

import java.util.ArrayList;
import java.util.List;
import org.enf.core.dequantization.EnfSettings;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.NetworkSettings;
import org.enf.core.flow.ActNorm.PositionFreedom;
import org.enf.core.flow.Orientation;
import org.enf.core.model.EnfModel;
import org.enf.core.model.PositionModel;
import org.enf.core.model.Provenance;
import org.enf.core.model.StoredModel;
import org.enf.core.text.Words;

/**
 * A model in words. The texts may come from anybody's file.
 *
 * @param architecture what it is made of
 * @param provenance where it comes from
 */
public record ModelDescription(List<Entry> architecture, List<Entry> provenance) {
  /**
   * A line.
   *
   * @param name what is told
   * @param value what it is
   */
  public record Entry(String name, String value) {}

  /** Copies the lists. */
  public ModelDescription {
    architecture = List.copyOf(architecture);
    provenance = List.copyOf(provenance);
  }

  /** Describes a model. */
  public static ModelDescription of(StoredModel model) {
    return model instanceof PositionModel positions ? of(positions) : of((EnfModel) model);
  }

  /** The sizes of the networks, for example {@code 6 layers × 64, dequantizer 4 layers × 64}. */
  public static String networks(EnfSettings settings) {
    return size(settings.dynamics())
        + ", dequantizer "
        + (settings.dequantizer() == null
            ? settings.dequantization().words()
            : size(settings.dequantizer()));
  }

  private static String size(NetworkSettings network) {
    return Words.count(network.layers(), "layer") + " of width " + network.hidden();
  }

  private static ModelDescription of(PositionModel model) {
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry("model of", "positions alone, without elements"));
    entries.add(new Entry("particles", Words.number(model.particles())));
    entries.add(new Entry("dimensions", Words.number(model.network().dimensions())));
    entries.add(new Entry("velocity network", network(model.network())));
    entries.add(
        new Entry("orientation", "layers move particles " + orientation(model.orientation())));
    entries.add(new Entry("parameters", Words.number(model.parameters().length)));
    return new ModelDescription(entries, entries(model.provenance(), "configuration"));
  }

  private static ModelDescription of(EnfModel model) {
    return new ModelDescription(
        of(model.settings()).architecture(), entries(model.provenance(), "molecule"));
  }

  /** Describes a model that is not trained yet and so has no provenance. */
  public static ModelDescription of(EnfSettings settings) {
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry("atom types", settings.types().toString()));
    entries.add(new Entry("velocity network", network(settings.dynamics())));
    entries.add(
        new Entry("orientation", "layers move atoms " + orientation(settings.orientation())));
    entries.add(new Entry("dequantizer", dequantizer(settings)));
    entries.add(
        new Entry(
            "ActNorm",
            settings.freedom() == PositionFreedom.ZERO_MEAN
                ? "positions count 3(M - 1) in the log-determinant"
                : "positions count 3M in the log-determinant"));
    entries.add(
        new Entry(
            "parameters",
            Words.number(settings.parameterCount())
                + " (velocity "
                + Words.number(settings.dynamicsParameters())
                + ", ActNorm "
                + Words.number(settings.actNormParameters())
                + ", dequantizer "
                + Words.number(settings.dequantizerParameters())
                + ")"));
    return new ModelDescription(entries, List.of());
  }

  private static String orientation(Orientation orientation) {
    return switch (orientation) {
      case TO_LATENT -> "to the latent variables";
      case TO_DATA -> "to the data";
    };
  }

  private static List<Entry> entries(Provenance from, String sample) {
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry("library version", from.libraryVersion()));
    if (from instanceof Provenance.Imported imported) {
      entries.add(new Entry("imported from", imported.file()));
      entries.add(new Entry("file SHA-256", imported.fingerprint()));
      if (!imported.source().isEmpty()) {
        entries.add(new Entry("source, as the file says", imported.source()));
      }
      entries.add(new Entry("training", "not known, it was trained elsewhere"));
    }
    from.trained()
        .ifPresent(trained -> entries.addAll(TrainingDescription.entries(trained, sample)));
    from.metrics().forEach((name, value) -> entries.add(new Entry(name, Words.nats(value))));
    return entries;
  }

  private static String dequantizer(EnfSettings settings) {
    return settings.dequantizer() == null
        ? settings.dequantization().words()
        : settings.dequantization().words() + ", " + network(settings.dequantizer());
  }

  private static String network(NetworkSettings network) {
    return size(network)
        + (network instanceof EgnnSettings ? "" : ", without equivariance")
        + (network.attention() ? ", attention" : "")
        + (network instanceof EgnnSettings egnn && egnn.inputDistance() ? ", input distances" : "")
        + (network.time() ? ", time" : "");
  }
}
