package org.enf.core.egnn.cpu;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * A thread that runs its part of one task after the other.
 *
 * <p>Parts follow each other within microseconds and take few milliseconds, so both sides look for
 * a while before they sleep: waking a thread takes longer than many a wait.
 */
final class TeamMember implements AutoCloseable {
  /** How long to look before sleeping. */
  private static final long LOOK_NANOS = 50_000;

  private static final int LOOKS_OF_A_GLANCE = 32;

  private final int number;
  private final Thread thread;

  /** What to do; null when it is done. */
  private volatile IntConsumer task;

  private volatile Throwable problem;
  private volatile boolean closed;
  private volatile boolean asleep;
  private volatile Thread waiting;

  /** Made once, so that waiting allocates nothing. */
  private final BooleanSupplier called = () -> task != null || closed;

  private final BooleanSupplier done = () -> task == null;

  TeamMember(int number) {
    this.number = number;
    thread = new Thread(this::work, "enf-cpu");
    thread.setDaemon(true);
    thread.start();
  }

  /** Lets it run its part. */
  void begin(IntConsumer newTask) {
    problem = null;
    task = newTask;
    if (asleep) {
      LockSupport.unpark(thread);
    }
  }

  /** Waits until the part is done and returns what it threw, or null. */
  Throwable await() {
    if (!look(done)) {
      boolean interrupted = false;
      waiting = Thread.currentThread();
      while (task != null) {
        LockSupport.park(this);
        interrupted |= Thread.interrupted();
      }
      waiting = null;
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    return problem;
  }

  private void work() {
    while (true) {
      if (!look(called)) {
        asleep = true;
        while (!called.getAsBoolean()) {
          LockSupport.park(this);
        }
        asleep = false;
      }
      IntConsumer own = task;
      if (own == null) {
        return;
      }
      run(own);
      task = null;
      Thread waiter = waiting;
      if (waiter != null) {
        LockSupport.unpark(waiter);
      }
    }
  }

  private void run(IntConsumer own) {
    try {
      own.accept(number);
    } catch (RuntimeException | Error e) {
      problem = e;
    }
  }

  /** Whether something comes true within a short time. */
  private static boolean look(BooleanSupplier what) {
    long begin = System.nanoTime();
    do {
      for (int k = 0; k < LOOKS_OF_A_GLANCE; k++) {
        if (what.getAsBoolean()) {
          return true;
        }
        Thread.onSpinWait();
      }
    } while (System.nanoTime() - begin < LOOK_NANOS);
    return false;
  }

  /** Ends the thread after the part at hand. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }
}
