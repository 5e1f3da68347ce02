package org.enf.core.egnn.cpu;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Some threads that do the same on different parts; the calling thread is one of them. */
final class Team implements AutoCloseable {
  private final int members;
  private final ExecutorService others;
  private final Future<?>[] running;

  Team(int members) {
    this.members = members;
    running = new Future<?>[members];
    others =
        members == 1
            ? null
            : Executors.newFixedThreadPool(
                members - 1,
                task -> {
                  Thread thread = new Thread(task, "enf-cpu");
                  thread.setDaemon(true);
                  return thread;
                });
  }

  int members() {
    return members;
  }

  /** Runs the task for the numbers from 0 to {@code parts} (excluded), at most one a member. */
  void run(int parts, IntConsumer task) {
    for (int i = 1; i < parts; i++) {
      int number = i;
      running[i] = others.submit(() -> task.accept(number));
    }
    RuntimeException problem = null;
    try {
      task.accept(0);
    } catch (RuntimeException e) {
      problem = e;
    }
    for (int i = 1; i < parts; i++) {
      problem = await(running[i], problem);
    }
    if (problem != null) {
      throw problem;
    }
  }

  /** Waits for a part even if the thread is interrupted: it writes to memory of the caller. */
  private static RuntimeException await(Future<?> part, RuntimeException before) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          part.get();
          return before;
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          if (e.getCause() instanceof Error error) {
            throw error;
          }
          return before != null ? before : new IllegalStateException(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    if (others != null) {
      others.shutdown();
    }
  }
}
