package org.enf.core.egnn;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.enf.core.egnn.BatchMemory.ExhaustedException;
import org.junit.Test;

/** What is said of a batch that is too large, and of other failures. */
public class BatchMemoryTest {
  private static String said(int size, Throwable failure) {
    return assertThrows(ExhaustedException.class, () -> BatchMemory.run(size, () -> raise(failure)))
        .getMessage();
  }

  private static void raise(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }

  @Test
  public void resultOfABatchThatFitsIsGiven() {
    assertEquals("done", BatchMemory.with(8, () -> "done"));
  }

  @Test
  public void batchIsNamedWithOneThatMayFit() {
    assertEquals(
        "there is not enough memory for a batch of 128 ([DEVICE] allocation failed; Error code:"
            + " [2]); choose a smaller batch size, for example 64",
        said(128, new RuntimeException("[DEVICE] allocation failed; Error code: [2]")));
  }

  @Test
  public void allWaysOfNd4jToTellOfItAreKnown() {
    for (RuntimeException failure :
        new RuntimeException[] {
          new RuntimeException("Failed to allocate 400 bytes from DEVICE [0] memory"),
          new RuntimeException("CUBLAS_STATUS_ALLOC_FAILED"),
          new IllegalStateException("Can't allocate memory for workspace"),
          new RuntimeException(
              "cudaMalloc: out of memory; Bytes: [400]; Error code [2]; DEVICE [0]")
        }) {
      assertTrue(said(9, failure).contains("a batch of 9 (" + failure.getMessage()));
    }
  }

  @Test
  public void memoryOutsideTheHeapIsNotJavasToGive() {
    String outside = said(2, new OutOfMemoryError("Physical memory usage is too high"));
    assertTrue(outside, outside.endsWith("for example 1"));
    String heap = said(2, new OutOfMemoryError("Java heap space"));
    assertTrue(heap, heap.endsWith("for example 1, or give Java more memory (option -Xmx)"));
  }

  @Test
  public void oneMoleculeCannotBeHalved() {
    assertTrue(said(1, new OutOfMemoryError("x")).endsWith("; the model is too large"));
  }

  @Test
  public void otherFailuresStayWhatTheyAre() {
    RuntimeException other = new RuntimeException((String) null);
    assertSame(
        other,
        assertThrows(
            RuntimeException.class,
            () ->
                BatchMemory.run(
                    2,
                    () -> {
                      throw other;
                    })));
  }

  @Test
  public void innermostBatchIsTheOneThatIsNamed() {
    ExhaustedException inner =
        assertThrows(
            ExhaustedException.class,
            () ->
                BatchMemory.run(
                    100,
                    () ->
                        BatchMemory.run(
                            7,
                            () -> {
                              throw new OutOfMemoryError("x");
                            })));
    assertTrue(inner.getMessage(), inner.getMessage().contains("a batch of 7 "));
  }
}
