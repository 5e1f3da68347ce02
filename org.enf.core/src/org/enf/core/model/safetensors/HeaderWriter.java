package org.enf.core.model.safetensors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;

/** Makes the one header that belongs to a content: no blanks but those at its end. */
final class HeaderWriter {
  /** Length and header together are a multiple of this, so that 64-bit data can be mapped. */
  private static final int ALIGNMENT = 8;

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8).build();

  private HeaderWriter() {}

  /**
   * The header as UTF-8, padded with blanks.
   *
   * @throws SafetensorsException if it is longer than the format allows
   */
  static byte[] write(SafetensorsFile content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      writeMetadata(json, content.metadata());
      writeTensors(json, content.tensors());
      json.writeEndObject();
    }
    while (bytes.size() % ALIGNMENT != 0) {
      bytes.write(' ');
    }
    if (bytes.size() > Limits.HEADER_BYTES) {
      throw new SafetensorsException(
          content.origin(),
          "the header would take "
              + bytes.size()
              + " bytes, more than the limit of "
              + Limits.HEADER_BYTES,
          "store less metadata or fewer tensors");
    }
    return bytes.toByteArray();
  }

  private static void writeMetadata(JsonGenerator json, Map<String, String> metadata)
      throws IOException {
    if (metadata.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart(HeaderText.METADATA_KEY);
    for (Map.Entry<String, String> entry : metadata.entrySet()) {
      json.writeStringField(entry.getKey(), entry.getValue());
    }
    json.writeEndObject();
  }

  private static void writeTensors(JsonGenerator json, Map<String, Tensor> tensors)
      throws IOException {
    long begin = 0;
    for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
      Tensor tensor = entry.getValue();
      long end = begin + tensor.byteLength();
      json.writeObjectFieldStart(entry.getKey());
      json.writeStringField("dtype", tensor.dtype().name());
      writeNumbers(json, "shape", tensor.shape());
      writeNumbers(json, "data_offsets", begin, end);
      json.writeEndObject();
      begin = end;
    }
  }

  private static void writeNumbers(JsonGenerator json, String field, long... numbers)
      throws IOException {
    json.writeFieldName(field);
    json.writeArray(numbers, 0, numbers.length);
  }
}
