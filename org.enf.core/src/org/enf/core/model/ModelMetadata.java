package org.enf.core.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.enf.core.dequantization.Dequantization;
import org.enf.core.dequantization.EnfSettings;
import org.enf.core.dequantization.SizeDistribution;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.NetworkSettings;
import org.enf.core.flow.ActNorm.PositionFreedom;
import org.enf.core.flow.Orientation;
import org.enf.core.model.safetensors.PlainText;
import org.enf.core.model.safetensors.SafetensorsException;
import org.enf.core.model.safetensors.SafetensorsFile;
import org.enf.core.molecule.AtomTypes;
import org.enf.core.molecule.Element;

/** The JSON documents in the metadata of a model file: records by their components' names. */
final class ModelMetadata {
  static final String SIZE_DISTRIBUTION = "enf.size_distribution";
  static final String ATOM_TYPES = "enf.atom_types";

  /** What a file holds where it is no model of molecules. */
  static final String KIND = "enf.kind";

  private static final String PROVENANCE = "enf.provenance";
  private static final String FORMAT = "enf.format";
  private static final String VERSION = "1";

  /** Longest JSON document; its tree takes many times as much. */
  private static final int DOCUMENT_CHARACTERS = 1_000_000;

  private ModelMetadata() {}

  /** The dequantizer's network is an empty document where the dequantization has none. */
  private record Architecture(
      NetworkSettings dynamics,
      String dequantization,
      ObjectNode dequantizer,
      PositionFreedom actNormPositions,
      Orientation orientation) {
    static Architecture of(EnfSettings settings) {
      return new Architecture(
          settings.dynamics(),
          settings.dequantization().words(),
          settings.dequantizer() == null
              ? ModelJson.STRICT.createObjectNode()
              : ModelJson.STRICT.valueToTree(settings.dequantizer()),
          settings.freedom(),
          settings.orientation());
    }

    EnfSettings settings(AtomTypes types) throws JsonProcessingException {
      return new EnfSettings(
          types,
          dynamics,
          Dequantization.ofWords(dequantization),
          dequantizer.isEmpty()
              ? null
              : ModelJson.STRICT.treeToValue(dequantizer, EgnnSettings.class),
          actNormPositions,
          orientation);
    }
  }

  static void write(
      EnfSettings settings,
      SizeDistribution sizes,
      Provenance provenance,
      SafetensorsFile.Builder file) {
    putFormat(file);
    put(file, "enf.architecture", Architecture.of(settings));
    put(file, settings.types());
    put(file, sizes);
    put(file, provenance);
  }

  static void putFormat(SafetensorsFile.Builder file) {
    file.metadata(FORMAT, VERSION);
  }

  static void put(SafetensorsFile.Builder file, Provenance provenance) {
    put(file, PROVENANCE, provenance);
  }

  static void put(SafetensorsFile.Builder file, AtomTypes types) {
    put(file, ATOM_TYPES, types.elements().stream().map(Element::symbol).toList());
  }

  static void put(SafetensorsFile.Builder file, SizeDistribution sizes) {
    put(file, SIZE_DISTRIBUTION, sizes.counts());
  }

  /**
   * Checks that a file is a model of molecules that this version reads.
   *
   * @throws ModelFileException if not
   */
  static void requireMolecules(SafetensorsFile file) throws IOException {
    requireModel(file);
    PositionModelFile.requireMolecules(file);
  }

  /**
   * Checks that a file is a model of either kind that this version reads.
   *
   * @throws ModelFileException if not
   */
  static void requireModel(SafetensorsFile file) throws ModelFileException {
    requireFormat(file);
    String kind = file.metadata().get(KIND);
    if (kind != null && !kind.equals(PositionModelFile.POSITIONS)) {
      throw new ModelFileException(
          file.origin()
              + ": what is in it is of the kind '"
              + PlainText.of(kind)
              + "', which is no model; choose another file",
          null);
    }
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
    Architecture architecture =
        get(
            file,
            "enf.architecture",
            new TypeReference<Architecture>() {},
            FormerFiles::completeArchitecture);
    AtomTypes types = types(file);
    try {
      EnfSettings settings = architecture.settings(types);
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

  static AtomTypes types(SafetensorsFile file) throws ModelFileException, SafetensorsException {
    List<String> symbols = get(file, ATOM_TYPES, new TypeReference<List<String>>() {});
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
      return new AtomTypes(elements);
    } catch (IllegalArgumentException e) {
      throw new ModelFileException(
          file.origin() + ": " + ATOM_TYPES + " does not fit: " + e.getMessage(), e);
    }
  }

  static SizeDistribution sizes(SafetensorsFile file)
      throws ModelFileException, SafetensorsException {
    TreeMap<Integer, Long> counts =
        get(file, SIZE_DISTRIBUTION, new TypeReference<TreeMap<Integer, Long>>() {});
    try {
      if (counts.containsValue(null)) {
        throw new IllegalArgumentException("a count is null");
      }
      return new SizeDistribution(counts);
    } catch (IllegalArgumentException e) {
      throw new ModelFileException(
          file.origin() + ": enf.size_distribution is no p(M): " + e.getMessage(), e);
    }
  }

  static Provenance provenance(SafetensorsFile file)
      throws ModelFileException, SafetensorsException {
    return get(
        file, PROVENANCE, new TypeReference<Provenance>() {}, FormerFiles::completeProvenance);
  }

  static void put(SafetensorsFile.Builder file, String key, Object value) {
    try {
      file.metadata(key, ModelJson.STRICT.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("records can be written as JSON", e);
    }
  }

  static <T> T get(SafetensorsFile file, String key, TypeReference<T> type)
      throws ModelFileException, SafetensorsException {
    return get(file, key, type, tree -> {});
  }

  static <T> T get(
      SafetensorsFile file, String key, TypeReference<T> type, Consumer<JsonNode> completion)
      throws ModelFileException, SafetensorsException {
    String text = file.requireMetadata(key);
    if (text.length() > DOCUMENT_CHARACTERS) {
      throw new ModelFileException(
          file.origin()
              + ": "
              + key
              + " has "
              + text.length()
              + " characters, more than the limit of "
              + DOCUMENT_CHARACTERS
              + "; this is no model of this library, choose another file",
          null);
    }
    T value;
    try {
      JsonNode tree = ModelJson.STRICT.readTree(text);
      completion.accept(tree);
      value = ModelJson.STRICT.treeToValue(tree, type);
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
