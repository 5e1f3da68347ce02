package org.enf.core.model.safetensors;

import static org.enf.core.model.safetensors.HeaderText.quoted;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parses the JSON header of one file and checks every entry by itself. */
final class HeaderReader {
  private static final String DAMAGED =
      "the file is damaged or not a safetensors file, get it again";
  private static final String WRITTEN_WRONGLY = "the file was written wrongly, write it again";

  /**
   * Names are neither shared nor interned: a hostile header could fill such a table. Parsing never
   * goes deeper than a list in a tensor, so the nesting limit is a second safeguard.
   */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(8)
                  .maxNumberLength(Limits.NUMBER_LENGTH)
                  .maxNameLength(Limits.NAME_LENGTH)
                  .maxStringLength(Limits.HEADER_BYTES)
                  .build())
          .build();

  private final String file;
  private final JsonParser json;
  private final Map<String, String> metadata = new LinkedHashMap<>();
  private final List<TensorEntry> entries = new ArrayList<>();

  private HeaderReader(String file, JsonParser json) {
    this.file = file;
    this.json = json;
  }

  /**
   * Reads a whole header.
   *
   * @param header its bytes, with the blanks at its end
   * @param file the name for messages
   * @throws SafetensorsException if it is anything but a valid header
   */
  static Header read(byte[] header, String file) throws IOException {
    int length = lengthWithoutPadding(header);
    if (length == 0 || header[0] != '{' || header[length - 1] != '}') {
      throw new SafetensorsException(
          file,
          "the header is not one JSON object from '{' to '}' with only blanks behind it",
          DAMAGED);
    }
    // The decoder is given here because the parser alone would guess at UTF-16 and UTF-32.
    try (Reader text =
            new InputStreamReader(
                new ByteArrayInputStream(header, 0, length), StandardCharsets.UTF_8.newDecoder());
        JsonParser json = JSON.createParser(text)) {
      return new HeaderReader(file, json).read();
    }
  }

  private static int lengthWithoutPadding(byte[] header) {
    int length = header.length;
    while (length > 0 && header[length - 1] == ' ') {
      length--;
    }
    return length;
  }

  private Header read() throws IOException {
    try {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        if (name.equals(HeaderText.METADATA_KEY)) {
          readMetadata();
        } else {
          readTensor(name);
        }
      }
      if (json.nextToken() != null) {
        throw new SafetensorsException(
            file, "the header goes on behind its closing brace", WRITTEN_WRONGLY);
      }
      return new Header(
          Collections.unmodifiableMap(metadata), Collections.unmodifiableList(entries));
    } catch (CharacterCodingException e) {
      throw new SafetensorsException(file, "the header is not UTF-8 text", DAMAGED, e);
    } catch (StreamConstraintsException e) {
      throw new SafetensorsException(
          file,
          "the header has a name of more than "
              + Limits.NAME_LENGTH
              + " characters or a number of more than "
              + Limits.NUMBER_LENGTH
              + " digits"
              + place(),
          DAMAGED,
          e);
    } catch (JsonEOFException e) {
      throw new SafetensorsException(
          file, "the header ends in the middle of its JSON" + place(), DAMAGED, e);
    } catch (JsonProcessingException e) {
      throw new SafetensorsException(
          file,
          "the header is not valid JSON"
              + place()
              + " ("
              + HeaderText.shown(e.getOriginalMessage())
              + ")",
          DAMAGED,
          e);
    }
  }

  /** Where the parser stands: the character, and the tensor unless there was none yet. */
  private String place() {
    String at = " near character " + json.currentLocation().getCharOffset();
    return entries.isEmpty()
        ? at
        : at + " after tensor " + quoted(entries.get(entries.size() - 1).name());
  }

  private void readMetadata() throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw new SafetensorsException(
          file, "the header's __metadata__ is not an object of strings", WRITTEN_WRONGLY);
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String key = json.currentName();
      if (json.nextToken() != JsonToken.VALUE_STRING) {
        throw new SafetensorsException(
            file, "the metadata value of " + quoted(key) + " is not a string", WRITTEN_WRONGLY);
      }
      String value = json.getText();
      Optional<String> problem = HeaderText.problemOfName(key);
      if (problem.isPresent()) {
        throw new SafetensorsException(
            file, "the metadata key " + quoted(key) + " " + problem.get(), WRITTEN_WRONGLY);
      }
      problem = HeaderText.problemOfText(value);
      if (problem.isPresent()) {
        throw new SafetensorsException(
            file, "the metadata value of " + quoted(key) + " " + problem.get(), WRITTEN_WRONGLY);
      }
      metadata.put(key, value);
      if (metadata.size() > Limits.METADATA_ENTRIES) {
        throw new SafetensorsException(
            file,
            "the header has more than " + Limits.METADATA_ENTRIES + " metadata entries",
            WRITTEN_WRONGLY);
      }
    }
  }

  private void readTensor(String name) throws IOException {
    Optional<String> problem = HeaderText.problemOfName(name);
    if (problem.isPresent()) {
      throw wrong(name, problem.get());
    }
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw wrong(name, "is not described by an object of dtype, shape and data_offsets");
    }
    DType dtype = null;
    Shape shape = null;
    long[] offsets = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "dtype" -> dtype = readDType(name);
        case "shape" -> shape = readShape(name);
        case "data_offsets" -> offsets = readNumbers(name, field, 2);
        default ->
            throw wrong(
                name,
                "has the unknown field " + quoted(field) + " beside dtype, shape and data_offsets");
      }
    }
    if (dtype == null || shape == null || offsets == null) {
      String missing = dtype == null ? "dtype" : shape == null ? "shape" : "data_offsets";
      throw wrong(name, "has no " + missing);
    }
    entries.add(entry(name, dtype, shape, offsets));
    if (entries.size() > Limits.TENSORS) {
      throw new SafetensorsException(
          file, "the header has more than " + Limits.TENSORS + " tensors", WRITTEN_WRONGLY);
    }
  }

  private TensorEntry entry(String name, DType dtype, Shape shape, long[] offsets)
      throws SafetensorsException {
    if (offsets.length != 2 || offsets[0] > offsets[1]) {
      throw wrong(
          name,
          "has data_offsets " + Arrays.toString(offsets) + " instead of a first byte and an end");
    }
    int bytes;
    try {
      bytes = shape.byteLength(dtype);
    } catch (IllegalArgumentException e) {
      throw wrong(name, "has " + e.getMessage());
    }
    if (offsets[1] - offsets[0] != bytes) {
      throw wrong(
          name,
          "of dtype "
              + dtype
              + " and shape "
              + shape
              + " takes "
              + bytes
              + " bytes but has data_offsets "
              + Arrays.toString(offsets));
    }
    return new TensorEntry(name, dtype, shape, offsets[0], offsets[1]);
  }

  private DType readDType(String name) throws IOException {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw wrong(name, "has a dtype that is not a string");
    }
    String text = json.getText();
    Optional<DType> dtype = DType.named(text);
    if (dtype.isEmpty()) {
      throw new SafetensorsException(
          file,
          "tensor " + quoted(name) + " has the unknown dtype " + quoted(text),
          "write it again with one of " + Arrays.toString(DType.values()));
    }
    return dtype.get();
  }

  private Shape readShape(String name) throws IOException {
    long[] dimensions = readNumbers(name, "shape", Limits.RANK);
    try {
      return new Shape(dimensions);
    } catch (IllegalArgumentException e) {
      throw wrong(name, "has " + e.getMessage());
    }
  }

  private long[] readNumbers(String name, String field, int limit) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw wrong(name, "has a " + field + " that is not a list of whole numbers");
    }
    long[] numbers = new long[limit];
    int count = 0;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (count == limit) {
        throw wrong(name, "has a " + field + " of more than " + limit + " numbers");
      }
      if (json.currentToken() != JsonToken.VALUE_NUMBER_INT
          || json.getText().startsWith("-")
          || json.getNumberType() == NumberType.BIG_INTEGER) {
        throw wrong(
            name, "has a " + field + " with something other than whole numbers from 0 to 2^63 - 1");
      }
      numbers[count++] = json.getLongValue();
    }
    return Arrays.copyOf(numbers, count);
  }

  private SafetensorsException wrong(String tensor, String problem) {
    return new SafetensorsException(
        file, "tensor " + quoted(tensor) + " " + problem, WRITTEN_WRONGLY);
  }
}
