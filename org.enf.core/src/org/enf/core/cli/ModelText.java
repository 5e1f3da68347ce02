package org.enf.core.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.enf.core.dequantization.EnfSettings;
import org.enf.core.dequantization.SizeDistribution;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.NetworkSettings;
import org.enf.core.flow.ActNorm.PositionFreedom;
import org.enf.core.model.EnfModel;
import org.enf.core.model.Provenance;
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
        + (settings.dequantizer() == null ? "uniform" : size(settings.dequantizer()));
  }

  private static String size(NetworkSettings network) {
    return Words.count(network.layers(), "layer") + " of width " + network.hidden();
  }

  /** Aligned lines about a model. */
  static List<String> lines(EnfModel model) {
    EnfSettings settings = model.settings();
    Provenance from = model.provenance();
    List<String> lines = new ArrayList<>();
    lines.add(row("atom types", settings.types().toString()));
    lines.add(row("velocity network", network(settings.dynamics())));
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
    lines.add(row("library version", from.libraryVersion()));
    lines.add(row("objective", from.objective()));
    lines.add(row("data", from.data() + ", " + Words.count(from.molecules(), "molecule")));
    lines.add(row("data SHA-256", from.dataFingerprint()));
    lines.add(row("batch size", Words.number(from.training().batchSize())));
    lines.add(row("learning rate", Double.toString(from.training().learningRate())));
    lines.add(row("seed", Long.toString(from.training().seed())));
    lines.add(row("solver", SolverOptions.describe(from.solver())));
    lines.add(row("engine", from.engine()));
    lines.add(
        row(
            "trained",
            Words.count(from.steps(), "step")
                + " in "
                + DurationText.format(Duration.ofMillis((long) (1000 * from.seconds())))));
    new TreeMap<>(from.metrics()).forEach((name, value) -> lines.add(row(name, Words.nats(value))));
    lines.add("");
    addSizes(model.sizes(), lines);
    return lines;
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

  private static String row(String name, String value) {
    return String.format(Locale.ROOT, "%-34s %s", name, value);
  }

  /** The same as a JSON tree. */
  static ObjectNode tree(EnfModel model) {
    ObjectNode root = JSON.createObjectNode();
    EnfSettings settings = model.settings();
    root.set(
        "atomTypes",
        JSON.valueToTree(settings.types().elements().stream().map(Element::symbol).toList()));
    root.set("velocityNetwork", JSON.valueToTree(settings.dynamics()));
    root.put("dequantization", settings.dequantization().words());
    root.set("dequantizer", JSON.valueToTree(settings.dequantizer()));
    root.put("actNormPositions", settings.freedom().name());
    ObjectNode parameters = root.putObject("parameters");
    parameters.put("all", settings.parameterCount());
    parameters.put("velocityNetwork", settings.dynamicsParameters());
    parameters.put("actNorm", settings.actNormParameters());
    parameters.put("dequantizer", settings.dequantizerParameters());
    root.set("sizeDistribution", JSON.valueToTree(model.sizes().counts()));
    root.set("provenance", JSON.valueToTree(model.provenance()));
    return root;
  }
}
