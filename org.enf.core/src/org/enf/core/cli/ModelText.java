package org.enf.core.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.enf.core.dequantization.EnfSettings;
import org.enf.core.dequantization.SizeDistribution;
import org.enf.core.description.ModelDescription;
import org.enf.core.model.EnfModel;
import org.enf.core.model.ModelJson;
import org.enf.core.model.PositionModel;
import org.enf.core.model.StoredModel;
import org.enf.core.model.safetensors.PlainText;
import org.enf.core.molecule.Element;

/** Describes a model, for people and for machines. */
final class ModelText {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int LONGEST_BAR = 40;

  private ModelText() {}

  /** Aligned lines about a model. */
  static List<String> lines(StoredModel model) {
    ModelDescription description = ModelDescription.of(model);
    List<String> lines = new ArrayList<>();
    description.architecture().forEach(entry -> lines.add(row(entry)));
    lines.add("");
    description.provenance().forEach(entry -> lines.add(row(entry)));
    if (model instanceof EnfModel molecules) {
      lines.add("");
      addSizes(molecules.sizes(), lines);
    }
    return lines;
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

  private static String row(ModelDescription.Entry entry) {
    return String.format(
        Locale.ROOT, "%-34s %s", PlainText.of(entry.name()), PlainText.of(entry.value()));
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
