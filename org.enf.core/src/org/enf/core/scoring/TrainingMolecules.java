package org.enf.core.scoring;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.enf.core.molecule.Molecule;

/**
 * The canonical SMILES of the molecules a model was trained on, to tell what is novel.
 *
 * <p>Bonds come from the same distance rule that generated molecules are judged by, and hydrogen is
 * explicit, so that both sides err alike. All valid molecules count, stable or not. Immutable;
 * 100,000 QM9 molecules take about 20 MB.
 *
 * @see Builder
 */
public final class TrainingMolecules {
  private final Set<String> smiles;
  private final DistanceHistogram distances;
  private final long molecules;
  private final long invalid;
  private final long unjudged;

  private TrainingMolecules(Builder builder) {
    smiles = new HashSet<>(builder.smiles);
    distances = builder.distances.histogram();
    molecules = builder.molecules;
    invalid = builder.invalid;
    unjudged = builder.unjudged;
  }

  /** Whether a molecule with this canonical SMILES is in the training set. */
  public boolean contains(String canonicalSmiles) {
    return smiles.contains(canonicalSmiles);
  }

  /** How often its atoms lie at which distance. */
  public DistanceHistogram distances() {
    return distances;
  }

  /** The number of different SMILES. */
  public int size() {
    return smiles.size();
  }

  /** The number of molecules that were read. */
  public long molecules() {
    return molecules;
  }

  /** How many of them are not valid by their distances. */
  public long invalid() {
    return invalid;
  }

  /** How many of them could not be judged. */
  public long unjudged() {
    return unjudged;
  }

  /** Collects training molecules one by one. Not for use by several threads at once. */
  public static final class Builder {
    private final StabilityRule rule = StabilityRule.paper();
    private final ValidSmiles validSmiles = new ValidSmiles();
    private final Set<String> smiles = new HashSet<>();
    private final DistanceHistogram.Counter distances = new DistanceHistogram.Counter();
    private long molecules;
    private long invalid;
    private long unjudged;

    /** Adds one training molecule. */
    public void add(Molecule molecule) {
      molecules++;
      distances.add(molecule);
      if (rule.judge(molecule) instanceof JudgedMolecule judged) {
        Optional<String> canonical = validSmiles.of(judged);
        canonical.ifPresentOrElse(smiles::add, () -> invalid++);
      } else {
        unjudged++;
      }
    }

    /** What is known of everything added so far. */
    public TrainingMolecules build() {
      return new TrainingMolecules(this);
    }
  }
}
