package org.enf.core.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.enf.core.dequantization.EnfSettings;
import org.enf.core.egnn.Engine;
import org.enf.core.egnn.HiddenBlock;
import org.enf.core.egnn.Orthogonaliser;
import org.enf.core.egnn.ParameterLayout;

/** The weights from hidden features to hidden features of a model, for {@link Muon}. */
public final class HiddenWeights {
  private final List<Group> groups;

  /** Blocks of one size, with room for a copy of each. */
  record Group(List<HiddenBlock> blocks, Orthogonaliser orthogonaliser, float[][] copies) {}

  private HiddenWeights(List<Group> groups) {
    this.groups = groups;
  }

  /** None: all parameters are moved by {@link AdamW}. */
  public static HiddenWeights none() {
    return new HiddenWeights(List.of());
  }

  /** Those of all networks of a model. */
  public static HiddenWeights of(EnfSettings model, Engine engine) {
    List<HiddenBlock> all = new ArrayList<>(ParameterLayout.of(model.dynamics()).hiddenBlocks());
    if (model.dequantizer() != null) {
      int before = model.dynamicsParameters() + model.actNormParameters();
      ParameterLayout.of(model.dequantizer())
          .hiddenBlocks()
          .forEach(block -> all.add(block.later(before)));
    }
    return of(all, engine);
  }

  /** These blocks. */
  static HiddenWeights of(List<HiddenBlock> all, Engine engine) {
    Map<Integer, List<HiddenBlock>> bySize = new TreeMap<>();
    all.forEach(
        block -> bySize.computeIfAbsent(block.size(), size -> new ArrayList<>()).add(block));
    List<Group> groups = new ArrayList<>();
    bySize.forEach(
        (size, blocks) ->
            groups.add(
                new Group(
                    blocks, engine.orthogonaliser(size), new float[blocks.size()][size * size])));
    return new HiddenWeights(groups);
  }

  /** Whether there are none. */
  boolean isEmpty() {
    return groups.isEmpty();
  }

  List<Group> groups() {
    return groups;
  }
}
