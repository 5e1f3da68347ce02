package org.enf.core.egnn;

import java.util.Locale;
import java.util.function.Supplier;

/** Where a batch meets an engine: too little memory becomes a sentence that names the batch. */
public final class BatchMemory {
  /** How engines tell that memory is exhausted if not by an error of Java's. */
  private static final String[] SIGNS = {
    "allocation failed", "failed to allocate", "can't allocate", "out of memory", "alloc_failed"
  };

  private BatchMemory() {}

  /** An engine has too little memory for a batch; the message says so and what to do. */
  public static final class ExhaustedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    ExhaustedException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * Does something with a batch.
   *
   * @param size the number of molecules in it
   * @throws ExhaustedException if there is too little memory for it, on the heap, outside it or on
   *     a GPU
   */
  public static <T> T with(int size, Supplier<T> work) {
    try {
      return work.get();
    } catch (OutOfMemoryError e) {
      throw new ExhaustedException(sentence(size, e), e);
    } catch (RuntimeException e) {
      if (tellsOfMemory(e)) {
        throw new ExhaustedException(sentence(size, e), e);
      }
      throw e;
    }
  }

  /** The same for work without a result. */
  public static void run(int size, Runnable work) {
    with(
        size,
        () -> {
          work.run();
          return size;
        });
  }

  private static boolean tellsOfMemory(RuntimeException e) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    for (String sign : SIGNS) {
      if (message.contains(sign)) {
        return !(e instanceof ExhaustedException);
      }
    }
    return false;
  }

  private static String sentence(int size, Throwable e) {
    return "there is not enough memory for a batch of "
        + size
        + " ("
        + e.getMessage()
        + "); "
        + (size > 1
            ? "choose a smaller batch size, for example " + size / 2
            : "the model is too large")
        + (isHeap(e) ? ", or give Java more memory (option -Xmx)" : "");
  }

  private static boolean isHeap(Throwable e) {
    return e instanceof OutOfMemoryError
        && (String.valueOf(e.getMessage()).contains("heap")
            || String.valueOf(e.getMessage()).contains("GC overhead"));
  }
}
