package org.enf.core.scoring;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the figures of a score mean, in words: to be printed wherever they are printed.
 *
 * @param bonds how bonds are found
 * @param stability what is stable, and of what the ratios are taken
 * @param intervals how the intervals are made
 * @param validity what is valid, and of what the ratio is taken
 * @param uniqueness what is unique, and of what the ratio is taken
 * @param novelty what is novel, and of what the ratio is taken
 */
public record Convention(
    String bonds,
    String stability,
    String intervals,
    String validity,
    String uniqueness,
    String novelty) {

  /** The convention of the paper with these settings. */
  static Convention of(
      StabilityRule rule, Bootstrap bootstrap, Optional<TrainingMolecules> training) {
    return new Convention(
        "by distance, Appendix A.3 of Satorras et al. 2021, lengths in pm, strictly below; "
            + rule.table().describe(),
        "an atom is stable if its bond orders add up to exactly "
            + rule.valences().describe()
            + "; a molecule if all its atoms are. Ratios over all judged molecules and all their"
            + " atoms; a molecule with another element is not judged and in no ratio",
        bootstrap.describe(),
        "valid / stable molecules. Valid: " + ValidSmiles.describe(),
        "different canonical SMILES (CDK, explicit hydrogen, no stereochemistry) / valid molecules",
        "valid molecules whose SMILES is not in the training set / valid molecules, repeats"
            + " counted; "
            + training.map(Convention::describe).orElse("no training set was given"));
  }

  private static String describe(TrainingMolecules training) {
    return "training set: "
        + training.molecules()
        + " molecules by the same rule, "
        + training.size()
        + " different SMILES, "
        + training.invalid()
        + " not valid, "
        + training.unjudged()
        + " not judged";
  }

  /** The texts by their names, in the order of this record. */
  public Map<String, String> entries() {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("bonds", bonds);
    entries.put("stability", stability);
    entries.put("intervals", intervals);
    entries.put("validity", validity);
    entries.put("uniqueness", uniqueness);
    entries.put("novelty", novelty);
    return entries;
  }
}
