package org.enf.core.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.enf.core.dequantization.EnfSettings;
import org.enf.core.dequantization.SizeDistribution;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.GnnSettings;
import org.enf.core.egnn.NetworkSettings;
import org.enf.core.flow.ActNorm.PositionFreedom;
import org.enf.core.model.safetensors.SafetensorsException;
import org.enf.core.model.safetensors.SafetensorsFile;
import org.enf.core.molecule.AtomTypes;
import org.enf.core.molecule.Element;

/** The JSON documents in the metadata of a model file: records by their components' names. */
final class ModelMetadata {
  private static final String FORMAT = "enf.format";
  private static final String VERSION = "1";
  private static final String KIND = "kind";
  private static final String EGNN = "egnn";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .addMixIn(NetworkSettings.class, KindOfNetwork.class)
          .build();

  private ModelMetadata() {}

  /** The kind of a network stands beside its settings; without one it is an EGNN. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = KIND)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = EgnnSettings.class, name = EGNN),
    @JsonSubTypes.Type(value = GnnSettings.class, name = "gnn")
  })
  private interface KindOfNetwork {}

  private record Architecture(
      NetworkSettings dynamics, EgnnSettings dequantizer, PositionFreedom actNormPositions) {}

  static void write(
      EnfSettings settings,
      SizeDistribution sizes,
      Provenance provenance,
      SafetensorsFile.Builder file) {
    file.metadata(FORMAT, VERSION);
    put(
        file,
        "enf.architecture",
        new Architecture(settings.dynamics(), settings.dequantizer(), settings.freedom()));
    put(file, "enf.atom_types", settings.types().elements().stream().map(Element::symbol).toList());
    put(file, "enf.size_distribution", sizes.counts());
    put(file, "enf.provenance", provenance);
  }

  static void requireFormat(SafetensorsFile file) throws ModelFileException {
    String version = file.metadata().get(FORMAT);
    if (version == null) {
      throw new ModelFileException(
          file.origin()
              + ": this safetensors file is no E-NF model (no '"
              + FORMAT
              + "' in its metadata)",
          null);
    }
    if (!version.equals(VERSION)) {
      throw new ModelFileException(
          file.origin()
              + ": the model has format version "
              + version
              + ", this library reads version "
              + VERSION
              + "; use the library version that wrote it or a newer one",
          null);
    }
  }

  static EnfSettings settings(SafetensorsFile file)
      throws ModelFileException, SafetensorsException {
    Architecture architecture = architecture(file);
    List<String> symbols = get(file, "enf.atom_types", new TypeReference<List<String>>() {});
    List<Element> elements = new ArrayList<>();
    for (String symbol : symbols) {
      elements.add(
          Element.ofSymbol(symbol)
              .orElseThrow(
                  () ->
                      new ModelFileException(
                          file.origin() + ": enf.atom_types names no element '" + symbol + "'",
                          null)));
    }
    try {
      EnfSettings settings =
          new EnfSettings(
              new AtomTypes(elements),
              architecture.dynamics(),
              architecture.dequantizer(),
              architecture.actNormPositions());
      // counting finds networks that are too large for any array
      settings.parameterCount();
      return settings;
    } catch (IllegalArgumentException e) {
      throw new ModelFileException(
          file.origin() + ": enf.architecture does not fit: " + e.getMessage(), e);
    }
  }

  private static Architecture architecture(SafetensorsFile file)
      throws ModelFileException, SafetensorsException {
    String key = "enf.architecture";
    JsonNode tree = get(file, key, new TypeReference<JsonNode>() {});
    for (String network : List.of("dynamics", "dequantizer")) {
      if (tree.get(network) instanceof ObjectNode settings && !settings.has(KIND)) {
        settings.put(KIND, EGNN);
      }
    }
    return parsed(file, key, () -> JSON.treeToValue(tree, Architecture.class));
  }

  static SizeDistribution sizes(SafetensorsFile file)
      throws ModelFileException, SafetensorsException {
    TreeMap<Integer, Long> counts =
        get(file, "enf.size_distribution", new TypeReference<TreeMap<Integer, Long>>() {});
    try {
      if (counts.containsValue(null)) {
        throw new IllegalArgumentException("a count is null");
      }
      return new SizeDistribution(counts);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new ModelFileException(
          file.origin() + ": enf.size_distribution is no p(M): " + e.getMessage(), e);
    }
  }

  static Provenance provenance(SafetensorsFile file)
      throws ModelFileException, SafetensorsException {
    return get(file, "enf.provenance", new TypeReference<Provenance>() {});
  }

  static void put(SafetensorsFile.Builder file, String key, Object value) {
    try {
      file.metadata(key, JSON.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("records can be written as JSON", e);
    }
  }

  static <T> T get(SafetensorsFile file, String key, TypeReference<T> type)
      throws ModelFileException, SafetensorsException {
    String text = file.requireMetadata(key);
    return parsed(file, key, () -> JSON.readValue(text, type));
  }

  private interface Parsing<T> {
    T run() throws JsonProcessingException;
  }

  private static <T> T parsed(SafetensorsFile file, String key, Parsing<T> parsing)
      throws ModelFileException {
    T value;
    try {
      value = parsing.run();
    } catch (JsonProcessingException e) {
      throw new ModelFileException(file.origin() + ": " + key + " cannot be read: " + reason(e), e);
    }
    if (value == null) {
      throw new ModelFileException(file.origin() + ": " + key + " is null", null);
    }
    return value;
  }

  /** The problem in one line: that of a record's own check if it was one. */
  private static String reason(JsonProcessingException e) {
    Throwable cause = e.getCause();
    return cause instanceof IllegalArgumentException ? cause.getMessage() : e.getOriginalMessage();
  }
}
