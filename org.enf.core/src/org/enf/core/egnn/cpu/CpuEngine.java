package org.enf.core.egnn.cpu;

import java.util.OptionalInt;
import org.enf.core.egnn.Engine;
import org.enf.core.egnn.Network;
import org.enf.core.egnn.NetworkSettings;
import org.enf.core.egnn.Orthogonaliser;
import org.enf.core.vector.Precision;
import org.enf.core.vector.Vector;

/**
 * The engine of fused kernels on the CPU, in single precision.
 *
 * <p>It is fastest where the JVM was started with {@code --add-modules jdk.incubator.vector};
 * without, the same loops run in plain Java.
 */
public final class CpuEngine implements Engine {
  /** The name by which users choose this engine. */
  public static final String NAME = "cpu";

  private static final int MOST_THREADS = 4096;

  private final Kernels.Kind kind;
  private final Team team;

  /**
   * An engine with the fastest kernels that the JVM has.
   *
   * @param threads how many threads share the work, 1 to 4096
   * @throws IllegalArgumentException if the number of threads is below 1 or beyond any computer
   */
  public CpuEngine(int threads) {
    this(threads, Kernels.Kind.best());
  }

  CpuEngine(int threads, Kernels.Kind kind) {
    if (threads < 1 || threads > MOST_THREADS) {
      throw new IllegalArgumentException(
          "the number of threads must be 1 to " + MOST_THREADS + ", not " + threads);
    }
    this.kind = kind;
    team = new Team(threads);
  }

  /** How many bits the vectors of the fastest kernels have; nothing in plain Java. */
  public static OptionalInt vectorBits() {
    return Kernels.Kind.best().vectorBits();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "cpu ("
        + kind.description()
        + "), float32, "
        + team.members()
        + (team.members() == 1 ? " thread" : " threads");
  }

  @Override
  public int threads() {
    return team.members();
  }

  @Override
  public Precision precision() {
    return Precision.FLOAT;
  }

  @Override
  public Vector vector(int length) {
    return new CpuVector(length);
  }

  @Override
  public Network network(NetworkSettings settings) {
    return new CpuNetwork(settings, kind, team);
  }

  @Override
  public Orthogonaliser orthogonaliser(int size) {
    return new CpuOrthogonaliser(size, kind, team);
  }

  @Override
  public void close() {
    team.close();
  }
}
