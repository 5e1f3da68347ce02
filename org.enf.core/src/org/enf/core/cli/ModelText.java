package org.enf.core.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.enf.core.dequantization.EnfSettings;
import org.enf.core.dequantization.SizeDistribution;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.NetworkSettings;
import org.enf.core.flow.ActNorm.PositionFreedom;
import org.enf.core.flow.Orientation;
import org.enf.core.model.EnfModel;
import org.enf.core.model.ModelJson;
import org.enf.core.model.PositionModel;
import org.enf.core.model.Provenance;
import org.enf.core.model.StoredModel;
import org.enf.core.model.safetensors.PlainText;
import org.enf.core.molecule.Element;

/** Describes a model, for people and for machines. */
final class ModelText {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int LONGEST_BAR = 40;

  private ModelText() {}

  /** The sizes of the networks, for example {@code 6 layers × 64, dequantizer 4 layers × 64}. */
  static String networks(EnfSettings settings) {
    return size(settings.dynamics())
        + ", dequantizer "
        + (settings.dequantizer() == null
            ? settings.dequantization().words()
            : size(settings.dequantizer()));
  }

  private static String size(NetworkSettings network) {
    return Words.count(network.layers(), "layer") + " of width " + network.hidden();
  }

  /** Aligned lines about a model. */
  static List<String> lines(StoredModel model) {
    return model instanceof PositionModel positions ? lines(positions) : lines((EnfModel) model);
  }

  private static List<String> lines(PositionModel model) {
    List<String> lines = new ArrayList<>();
    lines.add(row("model of", "positions alone, without elements"));
    lines.add(row("particles", Words.number(model.particles())));
    lines.add(row("dimensions", Words.number(model.network().dimensions())));
    lines.add(row("velocity network", network(model.network())));
    lines.add(row("orientation", "layers move particles " + orientation(model.orientation())));
    lines.add(row("parameters", Words.number(model.parameters().length)));
    lines.add("");
    addProvenance(model.provenance(), "configuration", lines);
    return lines;
  }

  private static List<String> lines(EnfModel model) {
    EnfSettings settings = model.settings();
    List<String> lines = new ArrayList<>();
    lines.add(row("atom types", settings.types().toString()));
    lines.add(row("velocity network", network(settings.dynamics())));
    lines.add(row("orientation", "layers move atoms " + orientation(settings.orientation())));
    lines.add(row("dequantizer", dequantizer(settings)));
    lines.add(
        row(
            "ActNorm",
            settings.freedom() == PositionFreedom.ZERO_MEAN
                ? "positions count 3(M - 1) in the log-determinant"
                : "positions count 3M in the log-determinant"));
    lines.add(
        row(
            "parameters",
            Words.number(settings.parameterCount())
                + " (velocity "
                + Words.number(settings.dynamicsParameters())
                + ", ActNorm "
                + Words.number(settings.actNormParameters())
                + ", dequantizer "
                + Words.number(settings.dequantizerParameters())
                + ")"));
    lines.add("");
    addProvenance(model.provenance(), "molecule", lines);
    lines.add("");
    addSizes(model.sizes(), lines);
    return lines;
  }

  private static String orientation(Orientation orientation) {
    return switch (orientation) {
      case TO_LATENT -> "to the latent variables";
      case TO_DATA -> "to the data";
    };
  }

  private static void addProvenance(Provenance from, String sample, List<String> lines) {
    lines.add(row("library version", from.libraryVersion()));
    if (from instanceof Provenance.Imported imported) {
      lines.add(row("imported from", imported.file()));
      lines.add(row("file SHA-256", imported.fingerprint()));
      if (!imported.source().isEmpty()) {
        lines.add(row("source, as the file says", imported.source()));
      }
      lines.add(row("training", "not known, it was trained elsewhere"));
    }
    from.trained().ifPresent(trained -> lines.addAll(TrainingText.lines(trained, sample)));
    from.metrics().forEach((name, value) -> lines.add(row(name, Words.nats(value))));
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

  private static void addSizes(SizeDistribution sizes, List<String> lines) {
    long total = sizes.counts().values().stream().mapToLong(Long::longValue).sum();
    long most = sizes.counts().values().stream().mapToLong(Long::longValue).max().orElseThrow();
    lines.add("p(M), M the number of atoms:");
    sizes
        .counts()
        .forEach(
            (atoms, count) ->
                lines.add(
                    String.format(
                            Locale.ROOT,
                            "  %4d  %6.2f %%  %s",
                            atoms,
                            100.0 * count / total,
                            "#".repeat((int) Math.round((double) LONGEST_BAR * count / most)))
                        .stripTrailing()));
  }

  /** A name and its value, which may come from anybody's file. */
  static String row(String name, String value) {
    return String.format(Locale.ROOT, "%-34s %s", PlainText.of(name), PlainText.of(value));
  }

  /** The same as a JSON tree. */
  static ObjectNode tree(StoredModel model) {
    return model instanceof PositionModel positions ? tree(positions) : tree((EnfModel) model);
  }

  private static ObjectNode tree(PositionModel model) {
    ObjectNode root = JSON.createObjectNode();
    root.put("particles", model.particles());
    root.put("dimensions", model.network().dimensions());
    root.set("velocityNetwork", ModelJson.of(model.network()));
    root.putObject("parameters").put("all", model.parameters().length);
    root.set("provenance", ModelJson.of(model.provenance()));
    return root;
  }

  private static ObjectNode tree(EnfModel model) {
    ObjectNode root = JSON.createObjectNode();
    EnfSettings settings = model.settings();
    root.set(
        "atomTypes",
        JSON.valueToTree(settings.types().elements().stream().map(Element::symbol).toList()));
    root.set("velocityNetwork", ModelJson.of(settings.dynamics()));
    root.put("dequantization", settings.dequantization().words());
    root.set("dequantizer", ModelJson.of(settings.dequantizer()));
    root.put("actNormPositions", settings.freedom().name());
    ObjectNode parameters = root.putObject("parameters");
    parameters.put("all", settings.parameterCount());
    parameters.put("velocityNetwork", settings.dynamicsParameters());
    parameters.put("actNorm", settings.actNormParameters());
    parameters.put("dequantizer", settings.dequantizerParameters());
    root.set("sizeDistribution", JSON.valueToTree(model.sizes().counts()));
    root.set("provenance", ModelJson.of(model.provenance()));
    return root;
  }
}
