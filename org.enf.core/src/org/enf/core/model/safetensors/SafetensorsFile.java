package org.enf.core.model.safetensors;

import static org.enf.core.model.safetensors.HeaderText.quoted;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The whole content of one file: named tensors and metadata, both in a fixed order; immutable. */
public final class SafetensorsFile {
  private static final String NOT_THE_EXPECTED_MODEL =
      "it belongs to another kind of model, use a file that fits";

  private final String origin;
  private final Map<String, Tensor> tensors;
  private final Map<String, String> metadata;

  /** Takes the maps over without a copy. */
  SafetensorsFile(String origin, Map<String, Tensor> tensors, Map<String, String> metadata) {
    this.origin = origin;
    this.tensors = Collections.unmodifiableMap(tensors);
    this.metadata = Collections.unmodifiableMap(metadata);
  }

  /**
   * Starts an empty content.
   *
   * @param origin what messages call it, for example the name of the file it will become
   * @return an empty builder
   */
  public static Builder builder(String origin) {
    return new Builder(origin);
  }

  /**
   * What messages call this content.
   *
   * @return the name of the file it was read from, or that was given to the builder
   */
  public String origin() {
    return origin;
  }

  /**
   * The tensors by name.
   *
   * @return an unmodifiable map in the order of the header
   */
  public Map<String, Tensor> tensors() {
    return tensors;
  }

  /**
   * The metadata.
   *
   * @return an unmodifiable map in the order of the header
   */
  public Map<String, String> metadata() {
    return metadata;
  }

  /**
   * One tensor that has to be there.
   *
   * @param name its name
   * @return the tensor
   * @throws SafetensorsException if there is none of this name
   */
  public Tensor require(String name) throws SafetensorsException {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new SafetensorsException(
          origin, "the tensor " + quoted(name) + " is missing", NOT_THE_EXPECTED_MODEL);
    }
    return tensor;
  }

  /**
   * One tensor that has to be there in the given form.
   *
   * @param name its name
   * @param dtype its only acceptable dtype
   * @param shape its only acceptable shape; nothing means a scalar, not any shape
   * @return the tensor
   * @throws SafetensorsException if there is none of this name, dtype and shape
   */
  public Tensor require(String name, DType dtype, long... shape) throws SafetensorsException {
    Tensor tensor = require(name);
    Shape expected = new Shape(shape);
    if (tensor.dtype() != dtype || !tensor.shapeValue().equals(expected)) {
      throw new SafetensorsException(
          origin,
          "the tensor "
              + quoted(name)
              + " is "
              + tensor
              + " where "
              + dtype
              + expected
              + " belongs",
          NOT_THE_EXPECTED_MODEL);
    }
    return tensor;
  }

  /**
   * One metadata value that has to be there.
   *
   * @param key its key
   * @return the value
   * @throws SafetensorsException if there is none of this key
   */
  public String requireMetadata(String key) throws SafetensorsException {
    String value = metadata.get(key);
    if (value == null) {
      throw new SafetensorsException(
          origin, "the metadata " + quoted(key) + " is missing", NOT_THE_EXPECTED_MODEL);
    }
    return value;
  }

  /**
   * Checks that tensors hold neither NaN nor infinite values; integers never do.
   *
   * @param names the tensors to check
   * @throws SafetensorsException if one is missing or has such a value; it names the tensor and the
   *     row-major index, from 0
   */
  public void requireFinite(Iterable<String> names) throws SafetensorsException {
    for (String name : names) {
      OptionalInt index = require(name).firstNonFinite();
      if (index.isPresent()) {
        throw new SafetensorsException(
            origin,
            "the tensor "
                + quoted(name)
                + " has a NaN or infinite value at index "
                + index.getAsInt(),
            "take an earlier checkpoint or train again");
      }
    }
  }

  /** Collects tensors and metadata in the order in which they will be written. */
  public static final class Builder {
    private final String origin;
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();

    private Builder(String origin) {
      this.origin = origin;
    }

    /**
     * Adds a tensor behind those already there.
     *
     * @param name its name, at most 10,000 characters; not {@code __metadata__}
     * @param tensor its value
     * @return this builder
     * @throws IllegalArgumentException if the name is taken, reserved, too long or not valid
     *     Unicode, or there are 100,000 tensors already
     */
    public Builder tensor(String name, Tensor tensor) {
      if (name.equals(HeaderText.METADATA_KEY)) {
        throw new IllegalArgumentException("a tensor cannot be named " + HeaderText.METADATA_KEY);
      }
      reject("the tensor name ", name, HeaderText.problemOfName(name));
      put("tensor", tensors, name, tensor, Limits.TENSORS);
      return this;
    }

    /**
     * Adds a metadata entry behind those already there.
     *
     * @param key its key, at most 10,000 characters
     * @param value its value
     * @return this builder
     * @throws IllegalArgumentException if the key is taken or too long, key or value is not valid
     *     Unicode, or there are 100,000 entries already
     */
    public Builder metadata(String key, String value) {
      reject("the metadata key ", key, HeaderText.problemOfName(key));
      reject("the metadata value of ", key, HeaderText.problemOfText(value));
      put("metadata entry", metadata, key, value, Limits.METADATA_ENTRIES);
      return this;
    }

    /**
     * The content collected so far.
     *
     * @return a content that later additions do not change
     */
    public SafetensorsFile build() {
      return new SafetensorsFile(
          origin, new LinkedHashMap<>(tensors), new LinkedHashMap<>(metadata));
    }

    private static void reject(String what, String name, Optional<String> problem) {
      if (problem.isPresent()) {
        throw new IllegalArgumentException(what + quoted(name) + " " + problem.get());
      }
    }

    private static <V> void put(String what, Map<String, V> map, String name, V value, int limit) {
      if (map.size() == limit) {
        throw new IllegalArgumentException("more than " + limit + " of one kind: " + what);
      }
      if (map.putIfAbsent(name, value) != null) {
        throw new IllegalArgumentException("there already is a " + what + " " + quoted(name));
      }
    }
  }
}
