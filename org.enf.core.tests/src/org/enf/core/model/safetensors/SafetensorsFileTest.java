package org.enf.core.model.safetensors;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

public class SafetensorsFileTest {
  private static final Tensor WEIGHT = Tensor.float32(new float[6], 2, 3);
  private static final SafetensorsFile CONTENT =
      SafetensorsFile.builder("m.enf")
          .metadata("kind", "enf")
          .tensor("w", WEIGHT)
          .tensor("bad", Tensor.float64(new double[] {1, 2, 3, Double.NaN}, 2, 2))
          .tensor("step", Tensor.int64(new long[] {-1}))
          .build();

  @Test
  public void whatIsRequiredAndThereIsReturned() throws SafetensorsException {
    assertSame(WEIGHT, CONTENT.require("w"));
    assertSame(WEIGHT, CONTENT.require("w", DType.F32, 2, 3));
    assertEquals("enf", CONTENT.requireMetadata("kind"));
    assertEquals(1, CONTENT.require("step", DType.I64).size());
  }

  @Test
  public void whatIsMissingIsNamed() {
    assertRefused(() -> CONTENT.require("v"), "tensor 'v' is missing");
    assertRefused(() -> CONTENT.require("v", DType.F32), "tensor 'v' is missing");
    assertRefused(() -> CONTENT.requireMetadata("v"), "metadata 'v' is missing");
    assertRefused(() -> CONTENT.requireFinite(List.of("v")), "tensor 'v' is missing");
  }

  @Test
  public void theWrongFormIsShownBesideTheRightOne() {
    assertRefused(
        () -> CONTENT.require("w", DType.F32, 3, 2), "'w' is F32[2, 3] where F32[3, 2] belongs");
    assertRefused(
        () -> CONTENT.require("w", DType.F64, 2, 3), "'w' is F32[2, 3] where F64[2, 3] belongs");
    assertRefused(() -> CONTENT.require("w", DType.F32), "where F32[] belongs");
  }

  @Test
  public void aNaNIsNamedWithItsTensorAndIndex() throws SafetensorsException {
    CONTENT.requireFinite(List.of("w", "step"));
    assertRefused(
        () -> CONTENT.requireFinite(List.of("w", "bad")), "'bad' has a NaN", "at index 3");
  }

  private static void assertRefused(ThrowingRunnable action, String... parts) {
    HandMadeFile.assertSays(assertThrows(SafetensorsException.class, action), "m.enf: ", parts);
  }

  @Test
  public void namesThatCannotBeWrittenAreRefused() {
    SafetensorsFile.Builder builder = SafetensorsFile.builder("m").tensor("w", WEIGHT);
    assertIllegal(() -> builder.tensor("w", WEIGHT), "there already is a tensor 'w'");
    assertIllegal(() -> builder.tensor("__metadata__", WEIGHT), "cannot be named __metadata__");
    assertIllegal(() -> builder.tensor("x".repeat(10_001), WEIGHT), "10001 characters long");
    assertIllegal(() -> builder.tensor("\uD83D", WEIGHT), "is not valid Unicode");
    builder.metadata("k", "v");
    assertIllegal(() -> builder.metadata("k", "w"), "there already is a metadata entry 'k'");
    assertIllegal(() -> builder.metadata("\uDE80", "w"), "the metadata key");
    assertIllegal(() -> builder.metadata("l", "\uDE80"), "the metadata value of 'l'");
  }

  private static void assertIllegal(ThrowingRunnable action, String part) {
    String message = assertThrows(IllegalArgumentException.class, action).getMessage();
    assertTrue(message, message.contains(part));
  }

  @Test
  public void theContentCannotBeChanged() {
    Map<String, Tensor> tensors = CONTENT.tensors();
    Map<String, String> metadata = CONTENT.metadata();
    assertThrows(UnsupportedOperationException.class, () -> tensors.remove("w"));
    assertThrows(UnsupportedOperationException.class, () -> metadata.put("a", "b"));
    SafetensorsFile.Builder builder = SafetensorsFile.builder("m");
    SafetensorsFile early = builder.build();
    builder.tensor("w", WEIGHT).metadata("k", "v");
    assertTrue(early.tensors().isEmpty());
    assertTrue(early.metadata().isEmpty());
  }
}
