package org.enf.core.egnn.cpu;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.concurrent.locks.LockSupport;
import org.junit.Test;

/** Threads that share the parts of a task. */
public class TeamTest {
  private static final int MEMBERS = 3;

  @Test
  public void everyPartIsDoneOnceBeforeTheTaskEnds() {
    int rounds = 20_000;
    int[] sums = new int[MEMBERS];
    try (Team team = new Team(MEMBERS)) {
      assertEquals(MEMBERS, team.members());
      for (int k = 1; k <= rounds; k++) {
        team.run(MEMBERS, part -> sums[part]++);
        assertArrayEquals(new int[] {k, k, k}, sums);
      }
    }
  }

  @Test
  public void membersThatFellAsleepWakeUp() {
    int[] sums = new int[MEMBERS];
    try (Team team = new Team(MEMBERS)) {
      for (int k = 0; k < 20; k++) {
        LockSupport.parkNanos(1_000_000);
        team.run(
            MEMBERS,
            part -> {
              // the caller, who is part 0, falls asleep too
              LockSupport.parkNanos(part * 500_000L);
              sums[part]++;
            });
      }
    }
    assertArrayEquals(new int[] {20, 20, 20}, sums);
  }

  @Test
  public void aTaskOfFewPartsLeavesTheOthersAlone() {
    int[] sums = new int[MEMBERS];
    try (Team team = new Team(MEMBERS)) {
      team.run(2, part -> sums[part]++);
    }
    assertArrayEquals(new int[] {1, 1, 0}, sums);
  }

  @Test
  public void whatAPartThrowsIsThrownWhenAllAreDone() {
    int[] sums = new int[MEMBERS];
    try (Team team = new Team(MEMBERS)) {
      for (int broken = 0; broken < MEMBERS; broken++) {
        int failing = broken;
        RuntimeException thrown = new IllegalArgumentException("part " + broken);
        assertSame(
            thrown,
            assertThrows(
                IllegalArgumentException.class,
                () ->
                    team.run(
                        MEMBERS,
                        part -> {
                          if (part == failing) {
                            throw thrown;
                          }
                          sums[part]++;
                        })));
      }
      team.run(MEMBERS, part -> sums[part]++);
    }
    assertArrayEquals(new int[] {3, 3, 3}, sums);
  }

  @Test
  public void anInterruptedCallerWaitsAllTheSame() {
    int[] sums = new int[MEMBERS];
    try (Team team = new Team(MEMBERS)) {
      Thread.currentThread().interrupt();
      team.run(
          MEMBERS,
          part -> {
            LockSupport.parkNanos(part * 1_000_000L);
            sums[part]++;
          });
      assertTrue("the interruption is kept", Thread.interrupted());
    }
    assertArrayEquals(new int[] {1, 1, 1}, sums);
  }
}
