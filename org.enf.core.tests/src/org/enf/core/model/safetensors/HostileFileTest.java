package org.enf.core.model.safetensors;

import static org.enf.core.model.safetensors.HandMadeFile.assertRefused;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.Test;

public class HostileFileTest {
  private static final String TENSOR_A =
      "\"a\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[0,4]}";

  @Test
  public void theValidFileBehindTheseCasesIsRead() throws IOException {
    SafetensorsFile read = SafetensorsReader.read(HandMadeFile.of("{" + TENSOR_A + "}", 4), "m");
    assertTrue(read.tensors().containsKey("a"));
  }

  @Test
  public void shorterThanEightBytes() {
    assertRefused(new byte[0], "has only 0 bytes", "copy or download it again");
    assertRefused(new byte[7], "has only 7 bytes");
  }

  @Test
  public void headerTooShort() {
    assertRefused(HandMadeFile.of("", 0), "announce a header of 0 bytes");
    assertRefused(HandMadeFile.of("{", 0), "announce a header of 1 bytes");
  }

  @Test
  public void headerTooLong() {
    byte[] header = "{}".getBytes(StandardCharsets.UTF_8);
    assertRefused(
        HandMadeFile.withLength(Limits.HEADER_BYTES + 1, header, 0), "a header of 16777217 bytes");
    assertRefused(HandMadeFile.withLength(1L << 32 | 2, header, 0), "of 4294967298 bytes");
    assertRefused(HandMadeFile.withLength(-1, header, 0), "of 18446744073709551615 bytes");
  }

  @Test
  public void headerLongerThanTheFile() {
    byte[] header = "{}".getBytes(StandardCharsets.UTF_8);
    assertRefused(
        HandMadeFile.withLength(Limits.HEADER_BYTES, header, 0),
        "after 2 of the 16777216 bytes of its");
    assertRefused(HandMadeFile.withLength(3, header, 0), "ends after 2 of the 3 bytes");
  }

  @Test
  public void notUtf8() {
    byte[] latin1 = ("{\"\u00E5\":{}}").getBytes(StandardCharsets.ISO_8859_1);
    assertRefused(HandMadeFile.of(latin1, 0), "is not UTF-8 text");
    byte[] overlong = {'{', '"', (byte) 0xC0, (byte) 0x80, '"', ':', '1', '}'};
    assertRefused(HandMadeFile.of(overlong, 0), "is not UTF-8 text");
  }

  @Test
  public void anotherEncodingIsNotGuessed() {
    byte[] utf16 = "{}".getBytes(StandardCharsets.UTF_16LE);
    assertRefused(HandMadeFile.of(utf16, 0), "header is not one JSON object");
    byte[] withBom = "\uFEFF{}".getBytes(StandardCharsets.UTF_8);
    assertRefused(HandMadeFile.of(withBom, 0), "header is not one JSON object");
  }

  @Test
  public void notJson() {
    assertHeaderRefused("{a:1}", "is not valid JSON near character");
    assertHeaderRefused("{'a':1}", "is not valid JSON");
    assertHeaderRefused("{" + TENSOR_A + ",}", "is not valid JSON", "after tensor 'a'");
    assertHeaderRefused("{/* */}", "is not valid JSON");
    assertHeaderRefused("{\"a\n\":1}", "is not valid JSON");
    assertHeaderRefused("{\"\\x\":1}", "is not valid JSON");
    assertHeaderRefused("{\"a\":NaN}", "is not valid JSON");
    assertHeaderRefused("{" + TENSOR_A, "ends in the middle of its JSON");
    assertHeaderRefused("{\"__metadata__\":{}", "ends in the middle of its JSON");
  }

  @Test
  public void notAnObject() {
    assertHeaderRefused("[]", "header is not one JSON object");
    assertHeaderRefused("null", "header is not one JSON object");
    assertHeaderRefused("        ", "header is not one JSON object");
    assertHeaderRefused(" {}", "header is not one JSON object");
  }

  @Test
  public void garbageBehindTheHeader() {
    assertHeaderRefused("{}{}", "goes on behind its closing brace");
    assertHeaderRefused("{} {\"a\":1}", "goes on behind its closing brace");
    assertHeaderRefused("{}}", "not valid JSON");
    assertHeaderRefused("{}x", "only blanks behind it");
    assertHeaderRefused("{}\n", "only blanks behind it");
    assertHeaderRefused("{}\u0000", "only blanks behind it");
  }

  @Test
  public void duplicateKeys() {
    assertHeaderRefused("{" + TENSOR_A + "," + TENSOR_A + "}", "Duplicate field 'a'");
    assertHeaderRefused(
        "{\"__metadata__\":{},\"__metadata__\":{}}", "Duplicate field '__metadata__'");
    assertHeaderRefused("{\"__metadata__\":{\"k\":\"\",\"\\u006b\":\"\"}}", "Duplicate field 'k'");
    assertHeaderRefused(
        "{\"a\":{\"dtype\":\"U8\",\"dtype\":\"U8\"}}", "JSON near", "Duplicate field 'dtype'");
  }

  @Test
  public void unknownDType() {
    assertTensorRefused("'Q4'", "[4]", "[0,4]", "has the unknown dtype 'Q4'", "F64, F32, F16");
    assertTensorRefused("'f32'", "[1]", "[0,4]", "unknown dtype 'f32'");
    assertTensorRefused("''", "[1]", "[0,4]", "unknown dtype ''");
    assertTensorRefused("7", "[1]", "[0,4]", "dtype that is not a string");
    assertTensorRefused("null", "[1]", "[0,4]", "dtype that is not a string");
  }

  @Test
  public void fieldsMissingOrUnknown() {
    assertHeaderRefused("{\"a\":{}}", "tensor 'a' has no dtype");
    assertHeaderRefused("{\"a\":{\"dtype\":\"U8\"}}", "tensor 'a' has no shape");
    assertHeaderRefused(
        "{\"a\":{\"dtype\":\"U8\",\"shape\":[0]}}", "tensor 'a' has no data_offsets");
    assertHeaderRefused("{\"a\":{\"strides\":[1]}}", "tensor 'a' has the unknown field 'strides'");
    assertHeaderRefused("{\"a\":{\"\":[1]}}", "tensor 'a' has the unknown field ''");
    assertHeaderRefused("{\"a\":3}", "tensor 'a' is not described by an object");
    assertHeaderRefused("{\"a\":[]}", "tensor 'a' is not described by an object");
    assertHeaderRefused("{\"a\":null}", "tensor 'a' is not described by an object");
  }

  @Test
  public void shapesThatAreNotWholeNumbers() {
    String expected = "has a shape with something other than whole numbers from 0";
    assertTensorRefused("'U8'", "[-4]", "[0,4]", expected);
    assertTensorRefused("'U8'", "[-0]", "[0,0]", expected);
    assertTensorRefused("'U8'", "[4.0]", "[0,4]", expected);
    assertTensorRefused("'U8'", "[4e0]", "[0,4]", expected);
    assertTensorRefused("'U8'", "['4']", "[0,4]", expected);
    assertTensorRefused("'U8'", "[[4]]", "[0,4]", expected);
    assertTensorRefused("'U8'", "[null]", "[0,4]", expected);
    assertTensorRefused("'U8'", "[9223372036854775808]", "[0,4]", expected);
    assertTensorRefused("'U8'", "[04]", "[0,4]", "is not valid JSON");
    assertTensorRefused("'U8'", "4", "[0,4]", "shape that is not a list of whole numbers");
    assertTensorRefused("'U8'", "{}", "[0,4]", "shape that is not a list of whole numbers");
  }

  @Test
  public void offsetsThatAreNotTwoWholeNumbers() {
    String expected = "data_offsets with something other than whole numbers from 0";
    assertTensorRefused("'U8'", "[4]", "[-4,0]", expected);
    assertTensorRefused("'U8'", "[4]", "[0,4.0]", expected);
    assertTensorRefused("'U8'", "[4]", "[0,18446744073709551615]", expected);
    assertTensorRefused("'U8'", "[4]", "[0,'4']", expected);
    assertTensorRefused("'U8'", "[4]", "'0,4'", "data_offsets that is not a list");
    assertTensorRefused("'U8'", "[4]", "[]", "data_offsets [] instead of");
    assertTensorRefused("'U8'", "[4]", "[4]", "data_offsets [4] instead of");
    assertTensorRefused("'U8'", "[4]", "[0,4,8]", "data_offsets of more than 2 numbers");
    assertTensorRefused("'U8'", "[4]", "[4,0]", "data_offsets [4, 0] instead of");
  }

  @Test
  public void sizesThatOverflow() {
    String max = Long.toString(Long.MAX_VALUE);
    assertTensorRefused("'U8'", "[4294967296,4294967296]", "[0,0]", "beyond all numbers of 63");
    assertTensorRefused("'U8'", "[" + max + ",2,0]", "[0,0]", "beyond all numbers of 63 bits");
    assertTensorRefused("'F64'", "[2305843009213693952]", "[0,0]", "2147483639 bytes for one");
    assertTensorRefused("'F64'", "[" + max + "]", "[0," + max + "]", "2147483639 bytes for one");
    assertTensorRefused("'U8'", "[2147483640]", "[0,2147483640]", "2147483639 bytes for one");
  }

  @Test
  public void sizesThatDisagree() {
    assertTensorRefused(
        "'F32'", "[2,3]", "[0,23]", "dtype F32 and shape [2, 3] takes 24 bytes", "[0, 23]");
    assertTensorRefused("'F32'", "[]", "[0,0]", "shape [] takes 4 bytes");
    assertTensorRefused("'F32'", "[0]", "[0,4]", "shape [0] takes 0 bytes");
    assertTensorRefused(
        "'U8'", "[4]", "[1," + Long.MAX_VALUE + "]", "takes 4 bytes", "[1, 9223372036854775807]");
  }

  @Test
  public void overlaps() {
    assertLayoutRefused(0, 4, 2, 6, "tensor 'b' begins at byte 2 and overlaps", "end at byte 4");
    assertLayoutRefused(2, 6, 0, 4, "tensor 'a' begins at byte 2 and overlaps");
    assertLayoutRefused(0, 4, 0, 4, "begins at byte 0 and overlaps");
    assertLayoutRefused(0, 4, 2, 2, "tensor 'b' begins at byte 2 and overlaps");
  }

  @Test
  public void holes() {
    assertLayoutRefused(1, 5, 5, 9, "tensor 'a' begins at byte 1 and leaves a hole", "byte 0");
    assertLayoutRefused(0, 4, 5, 8, "tensor 'b' begins at byte 5 and leaves a hole", "byte 4");
    assertLayoutRefused(0, 4, 9, 9, "tensor 'b' begins at byte 9 and leaves a hole");
    long far = Long.MAX_VALUE - 4;
    assertLayoutRefused(0, 4, far, far + 4, "begins at byte 9223372036854775803");
  }

  @Test
  public void dataTruncated() {
    assertRefused(
        HandMadeFile.of("{" + TENSOR_A + "}", 3), "ends after 3 of the 4 bytes of tensor 'a'");
    assertRefused(HandMadeFile.of("{" + TENSOR_A + "}", 0), "after 0 of the 4 bytes of tensor");
  }

  @Test
  public void bytesBehindTheLastTensor() {
    assertRefused(HandMadeFile.of("{" + TENSOR_A + "}", 5), "goes on behind its last tensor");
    assertRefused(HandMadeFile.of("{}", 1), "goes on behind its last tensor");
  }

  @Test
  public void tooManyTensors() {
    StringBuilder header = new StringBuilder("{");
    for (int i = 0; i <= Limits.TENSORS; i++) {
      header.append(i == 0 ? "\"" : ",\"").append(Integer.toString(i, 36));
      header.append("\":{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[0,0]}");
    }
    assertHeaderRefused(header.append("}").toString(), "more than 100000 tensors");
  }

  @Test
  public void tooManyMetadataEntries() {
    StringBuilder header = new StringBuilder("{\"__metadata__\":{\"\":\"\"");
    for (int i = 0; i < Limits.METADATA_ENTRIES; i++) {
      header.append(",\"").append(i).append("\":\"\"");
    }
    assertHeaderRefused(header.append("}}").toString(), "more than 100000 metadata entries");
  }

  @Test
  public void tooManyDimensions() {
    String ones = "1" + ",1".repeat(64);
    assertTensorRefused("'U8'", "[" + ones + "]", "[0,1]", "a shape of more than 64 numbers");
  }

  @Test
  public void namesAndNumbersTooLong() {
    String name = "x".repeat(10_001);
    String expected = "name of more than 10000 characters or a number of more than 100 digits";
    assertHeaderRefused("{\"" + name + "\":{}}", expected);
    assertHeaderRefused("{\"__metadata__\":{\"" + name + "\":\"\"}}", expected);
    assertHeaderRefused("{\"a\":{\"" + name + "\":1}}", expected);
    assertTensorRefused("'U8'", "[" + "1".repeat(5_000_000) + "]", "[0,0]", expected);
    assertTensorRefused("'" + "F".repeat(9_999) + "'", "[]", "[0,0]", "unknown dtype 'FFFF");
  }

  @Test
  public void deepNesting() {
    String nesting = "[".repeat(1_000_000);
    assertHeaderRefused("{\"a\":" + nesting + "}", "tensor 'a' is not described by an object");
    assertHeaderRefused("{\"a\":{\"shape\":" + nesting + "}", "tensor 'a' has a shape with");
    assertHeaderRefused("{\"__metadata__\":{\"a\":" + nesting + "}", "of 'a' is not a string");
    assertHeaderRefused("{\"a\":".repeat(1_000_000) + "}", "tensor 'a' has the unknown field 'a'");
  }

  @Test
  public void metadataThatIsNotStrings() {
    assertHeaderRefused("{\"__metadata__\":[]}", "__metadata__ is not an object of strings");
    assertHeaderRefused("{\"__metadata__\":null}", "__metadata__ is not an object of strings");
    assertHeaderRefused("{\"__metadata__\":{\"n\":1}}", "metadata value of 'n' is not a string");
    assertHeaderRefused("{\"__metadata__\":{\"n\":null}}", "value of 'n' is not a string");
    assertHeaderRefused("{\"__metadata__\":{\"n\":{}}}", "value of 'n' is not a string");
  }

  @Test
  public void halfASurrogatePair() {
    assertHeaderRefused("{\"\\ud83d\":{}}", "surrogate pair");
    assertHeaderRefused("{\"x\\ude80\\ud83d\":{}}", "surrogate");
    assertHeaderRefused("{\"__metadata__\":{\"k\":\"\\ud83d-\"}}", "surrogate pair");
    assertHeaderRefused("{\"__metadata__\":{\"k\":\"\\ude80-\"}}", "surrogate");
    assertHeaderRefused("{\"__metadata__\":{\"\\ud83d\":\"\"}}", "surrogate pair");
  }

  @Test
  public void aHostileNameStaysOnOneShortLine() {
    String name = "\\n\\u001b[31m" + "x".repeat(5000);
    assertHeaderRefused(
        "{\"" + name + "\":{}}", "tensor '\\u000a\\u001b[31mxxx", "…' has no dtype");
    assertHeaderRefused(
        "{\"__metadata__\":{\"" + name + "\":\"\",\"" + name + "\":\"\"}}", "Duplicate field");
  }

  @Test
  public void aClaimOfGigabytesTakesMemoryOnlyAsDataArrives() {
    String claim =
        "{\"a\":{\"dtype\":\"U8\",\"shape\":[2147483639],\"data_offsets\":[0,2147483639]}}";
    assertOnlySmallReads(HandMadeFile.of(claim, 5000), "after 5000 of the 2147483639 bytes");
    byte[] start = "{}".getBytes(StandardCharsets.UTF_8);
    assertOnlySmallReads(
        HandMadeFile.withLength(Limits.HEADER_BYTES, start, 0), "after 2 of the 16777216 bytes");
  }

  @Test
  public void whatDoesNotFitIntoMemoryIsNotBegun() throws IOException {
    byte[] file = HandMadeFile.of("{" + TENSOR_A + "}", 4);
    SafetensorsReader.read(new ByteArrayInputStream(file), "m", 12);
    InputStream in = new ByteArrayInputStream(file);
    SafetensorsException refusal =
        assertThrows(SafetensorsException.class, () -> SafetensorsReader.read(in, "m", 11));
    HandMadeFile.assertSays(refusal, "m: its tensors take", "-Xmx");
    assertEquals("no data were read", 4, in.available());
  }

  private static void assertOnlySmallReads(byte[] file, String expected) {
    InputStream in =
        new ByteArrayInputStream(file) {
          @Override
          public int read(byte[] target, int offset, int length) {
            assertTrue("a buffer of " + target.length + " bytes", target.length <= 1 << 16);
            return super.read(target, offset, length);
          }
        };
    SafetensorsException refusal =
        assertThrows(
            SafetensorsException.class, () -> SafetensorsReader.read(in, "m", Long.MAX_VALUE));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains(expected));
  }

  private static void assertHeaderRefused(String header, String... parts) {
    assertRefused(HandMadeFile.of(header, 0), parts);
  }

  /** One tensor 'a' with single quotes for double ones, in front of more data than it may claim. */
  private static void assertTensorRefused(
      String dtype, String shape, String offsets, String... parts) {
    String header =
        "{'a':{'dtype':" + dtype + ",'shape':" + shape + ",'data_offsets':" + offsets + "}}";
    assertRefused(HandMadeFile.of(header.replace('\'', '"'), 64), parts);
  }

  private static void assertLayoutRefused(
      long beginA, long endA, long beginB, long endB, String... parts) {
    String header =
        String.format(
            "{\"a\":{\"dtype\":\"U8\",\"shape\":[%d],\"data_offsets\":[%d,%d]},"
                + "\"b\":{\"dtype\":\"U8\",\"shape\":[%d],\"data_offsets\":[%d,%d]}}",
            endA - beginA, beginA, endA, endB - beginB, beginB, endB);
    assertRefused(HandMadeFile.of(header, 64), parts);
  }
}
