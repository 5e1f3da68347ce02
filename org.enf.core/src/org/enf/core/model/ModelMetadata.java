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
import org.enf.core.dequantization.Dequantization;
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

  /** The kind of a velocity network stands beside its settings; without one it is an EGNN. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind", defaultImpl = EgnnSettings.class)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = EgnnSettings.class, name = "egnn"),
    @JsonSubTypes.Type(value = GnnSettings.class, name = "gnn")
  })
  private interface KindOfNetwork {}

  /** The kind of the dequantizer stands beside its network's settings; without one it is argmax. */
  private record Architecture(
      NetworkSettings dynamics, ObjectNode dequantizer, PositionFreedom actNormPositions) {
    private static final String KIND = "kind";

    static Architecture of(EnfSettings settings) {
      ObjectNode dequantizer =
          settings.dequantizer() == null
              ? JSON.createObjectNode()
              : JSON.valueToTree(settings.dequantizer());
      dequantizer.put(KIND, settings.dequantization().words());
      return new Architecture(settings.dynamics(), dequantizer, settings.freedom());
    }

    EnfSettings settings(AtomTypes types) throws JsonProcessingException {
      ObjectNode network = dequantizer.deepCopy();
      JsonNode word = network.remove(KIND);
      Dequantization kind =
          word == null ? Dequantization.ARGMAX : Dequantization.ofWords(word.asText());
      return new EnfSettings(
          types,
          dynamics,
          kind,
          kind == Dequantization.UNIFORM && network.isEmpty()
              ? null
              : JSON.treeToValue(network, EgnnSettings.class),
          actNormPositions);
    }
  }

  static void write(
      EnfSettings settings,
      SizeDistribution sizes,
      Provenance provenance,
      SafetensorsFile.Builder file) {
    file.metadata(FORMAT, VERSION);
    put(file, "enf.architecture", Architecture.of(settings));
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
    Architecture architecture = get(file, "enf.architecture", new TypeReference<Architecture>() {});
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
      EnfSettings settings = architecture.settings(new AtomTypes(elements));
      // counting finds networks that are too large for any array
      settings.parameterCount();
      return settings;
    } catch (JsonProcessingException e) {
      throw new ModelFileException(
          file.origin() + ": enf.architecture cannot be read: " + reason(e), e);
    } catch (IllegalArgumentException e) {
      throw new ModelFileException(
          file.origin() + ": enf.architecture does not fit: " + e.getMessage(), e);
    }
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
    T value;
    try {
      value = JSON.readValue(text, type);
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
