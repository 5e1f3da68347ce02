package org.enf.core.egnn.cpu;

import java.util.function.IntConsumer;

/** Some threads that do the same on different parts; the calling thread is one of them. */
final class Team implements AutoCloseable {
  private final TeamMember[] others;

  Team(int members) {
    others = new TeamMember[members - 1];
    for (int i = 0; i < others.length; i++) {
      others[i] = new TeamMember(i + 1);
    }
  }

  int members() {
    return others.length + 1;
  }

  /**
   * Runs the task for the numbers from 0 to {@code parts} (excluded), at most one a member, and
   * waits for all of them even if the thread is interrupted: they write to memory of the caller.
   *
   * @throws RuntimeException the first that a part threw
   */
  void run(int parts, IntConsumer task) {
    for (int i = 1; i < parts; i++) {
      others[i - 1].begin(task);
    }
    Throwable problem = null;
    try {
      task.accept(0);
    } catch (RuntimeException | Error e) {
      problem = e;
    }
    for (int i = 1; i < parts; i++) {
      Throwable own = others[i - 1].await();
      problem = problem == null ? own : problem;
    }
    if (problem instanceof Error error) {
      throw error;
    }
    if (problem instanceof RuntimeException exception) {
      throw exception;
    }
  }

  @Override
  public void close() {
    for (TeamMember other : others) {
      other.close();
    }
  }
}
