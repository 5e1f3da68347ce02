package org.enf.core.experiment;

import java.io.IOException;
import java.nio.file.Path;
import org.enf.core.particles.NpyFile;
import org.enf.core.particles.ParticleSystem;
import org.enf.core.particles.PositionSet;

/**
 * Samples in an {@code .npy} file, [samples × values] or [samples × particles × dimensions].
 *
 * @param path the file
 * @param system says how many values a sample has
 * @param layout which rows are for what
 * @param heldOut how many go into the validation set, and into the test set, at least 1
 */
public record ParticleFile(Path path, ParticleSystem system, Layout layout, int heldOut)
    implements PositionSource {
  /** Which rows are for what. */
  public enum Layout {
    /**
     * The first rows are for training, the last for the test, those before them for validation: the
     * paper's DW4.
     */
    HELD_OUT_LAST,
    /**
     * The first rows are for the test, the next for validation, those after them for training: the
     * paper's LJ13, whose two files are taken for one.
     */
    HELD_OUT_FIRST
  }

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if no sample is held out
   */
  public ParticleFile {
    if (heldOut < 1) {
      throw new IllegalArgumentException(
          "the number of held-out samples must be at least 1, not " + heldOut);
    }
  }

  @Override
  public int most() throws IOException {
    try (NpyFile file = NpyFile.open(path)) {
      return most(file);
    }
  }

  private int most(NpyFile file) {
    long rest = file.rows() - 2L * heldOut;
    return (int) Math.max(0, Math.min(Integer.MAX_VALUE / system.values(), rest));
  }

  @Override
  public PositionSplit split(int samples) throws IOException {
    try (NpyFile file = NpyFile.open(path)) {
      if (file.columns() != system.values()) {
        throw new IOException(
            path
                + ": a sample of "
                + system.name()
                + " has "
                + system.values()
                + " values, but its rows have "
                + file.columns());
      }
      if (samples > most(file)) {
        throw new IOException(
            path
                + ": it has "
                + file.rows()
                + " samples, of which "
                + 2L * heldOut
                + " are held out; choose at most "
                + most(file)
                + " training samples");
      }
      return switch (layout) {
        case HELD_OUT_LAST ->
            new PositionSplit(
                read(file, 0, samples),
                read(file, file.rows() - 2L * heldOut, heldOut),
                read(file, file.rows() - heldOut, heldOut));
        case HELD_OUT_FIRST ->
            new PositionSplit(
                read(file, 2L * heldOut, samples),
                read(file, heldOut, heldOut),
                read(file, 0, heldOut));
      };
    }
  }

  private PositionSet read(NpyFile file, long from, int count) throws IOException {
    return PositionSet.of(system.particles(), system.dimensions(), file.read(from, count));
  }

  @Override
  public String description() {
    Path name = path.getFileName();
    return (name == null ? path : name) + ", " + heldOut + " held out twice";
  }
}
