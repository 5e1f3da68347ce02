package org.enf.core.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.enf.core.particles.ParticleSystem;

/**
 * The experiments with the settings of the paper and, where the paper is silent, of its released
 * code (Satorras et al. 2021, §5 and Appendix B).
 */
public enum Experiment implements Named {
  /** Four particles in the plane: Table 1, Figure 4. */
  DW4(
      "dw4",
      "DW4",
      new NetworkSize(4, 2, 3, 32),
      new LearningRates(5e-4, 1e-3, 1e-3),
      PaperFigures.DW4,
      Optional.of(ParticleSystem.DW4),
      Optional.of(new Floor(7.13, 7.19)),
      new TrainingSize(100, 1_000, 100, 20),
      new TrainingSize(1_000, 300, 100, 5),
      new TrainingSize(10_000, 50, 100, 1),
      new TrainingSize(100_000, 6, 100, 1)),
  /** Thirteen particles in space: Table 1, Figure 4. */
  LJ13(
      "lj13",
      "LJ13",
      new NetworkSize(13, 3, 3, 32),
      new LearningRates(5e-4, 1e-3, 1e-3),
      PaperFigures.LJ13,
      Optional.of(ParticleSystem.LJ13),
      Optional.of(new Floor(39.6, 39.8)),
      new TrainingSize(10, 500, 10, 10),
      new TrainingSize(100, 1_000, 100, 25),
      new TrainingSize(1_000, 300, 100, 5),
      new TrainingSize(10_000, 50, 100, 1)),
  /** The positions of the molecules of QM9 with 19 atoms: Figure 3. */
  QM9_POSITIONAL(
      "qm9-positional",
      "QM9 positional",
      new NetworkSize(19, 3, 6, 64),
      new LearningRates(2e-4, 2e-4, 5e-4),
      PaperFigures.QM9_POSITIONAL,
      Optional.empty(),
      Optional.empty(),
      new TrainingSize(13_831, 160, 128, 1)),
  /** Whole molecules: Table 2. The paper says 128 features; its released model has 64. */
  QM9(
      "qm9",
      "QM9",
      new NetworkSize(29, 3, 6, 128),
      new LearningRates(2e-4, 5e-4, 5e-4),
      PaperFigures.QM9,
      Optional.empty(),
      Optional.empty(),
      new TrainingSize(100_000, 100, 128, 1));

  /** QM9 without its molecules with fluorine is a little smaller than the paper's. */
  private static final double SAME_SIZE = 0.05;

  /**
   * How large a sample and its network are.
   *
   * @param atoms of a sample; for QM9 of the largest one
   * @param dimensions of space
   * @param layers of the network
   * @param hidden the features of the network
   */
  public record NetworkSize(int atoms, int dimensions, int layers, int hidden) {}

  private final String id;
  private final String label;
  private final NetworkSize network;
  private final LearningRates learningRates;
  private final PaperFigures paper;
  private final Optional<ParticleSystem> system;
  private final Optional<Floor> floor;
  private final List<TrainingSize> sizes;

  Experiment(
      String id,
      String label,
      NetworkSize network,
      LearningRates learningRates,
      PaperFigures paper,
      Optional<ParticleSystem> system,
      Optional<Floor> floor,
      TrainingSize... sizes) {
    this.id = id;
    this.label = label;
    this.network = network;
    this.learningRates = learningRates;
    this.paper = paper;
    this.system = system;
    this.floor = floor;
    this.sizes = List.of(sizes);
  }

  @Override
  public String id() {
    return id;
  }

  /** The name in tables and plots. */
  public String label() {
    return label;
  }

  /** The size of a sample and of the network. */
  public NetworkSize network() {
    return network;
  }

  /** The step sizes. */
  public LearningRates learningRates() {
    return learningRates;
  }

  /** The particles, where the data are samples of a known density. */
  public Optional<ParticleSystem> system() {
    return system;
  }

  /** The entropy of that density. */
  public Optional<Floor> floor() {
    return floor;
  }

  /** The paper's numbers of training samples, the smallest first. */
  public List<TrainingSize> sizes() {
    return sizes;
  }

  /** The methods that the paper has figures of. */
  public List<Method> methods() {
    return Arrays.stream(Method.values()).filter(paper::has).toList();
  }

  /**
   * How to train on so many samples: as the paper does on its next smaller number, or on its
   * smallest.
   *
   * @throws IllegalArgumentException if the number is not positive
   */
  public TrainingSize size(int samples) {
    TrainingSize found = sizes.get(0);
    for (TrainingSize size : sizes) {
      if (size.samples() <= samples) {
        found = size;
      }
    }
    return found.withSamples(samples);
  }

  /** The paper's figure for so many samples, give or take 5 %, or none. */
  public PaperFigure paper(Method method, int samples) {
    for (int k = 0; k < sizes.size(); k++) {
      int size = sizes.get(k).samples();
      if (Math.abs(samples - size) <= SAME_SIZE * size) {
        return paper.of(method, k);
      }
    }
    return PaperFigure.NONE;
  }

  /** The unit of a distance in this experiment, for axis labels; empty if there is none. */
  public String lengthUnit() {
    return system.isPresent() ? "" : "Å";
  }

  /**
   * The experiment of this name.
   *
   * @throws IllegalArgumentException if there is none; the message lists the names
   */
  public static Experiment named(String id) {
    return Named.of(values(), "experiment", id);
  }
}
