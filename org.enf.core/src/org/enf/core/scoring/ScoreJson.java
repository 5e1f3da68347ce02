package org.enf.core.scoring;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A score as a JSON tree, for machines. Every ratio stands with its numerator and denominator; its
 * value is {@code null} where the denominator is 0, and novelty is {@code null} without a training
 * set.
 */
public final class ScoreJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ScoreJson() {}

  /** The tree. */
  public static ObjectNode tree(Score score) {
    StabilityScore stability = score.stability();
    ObjectNode root = NODES.objectNode();
    ObjectNode molecules = root.putObject("molecules");
    molecules.put("judged", stability.judgedMolecules());
    molecules.put("notJudged", stability.unjudgedMolecules());
    ObjectNode unjudged = molecules.putObject("notJudgedByElement");
    stability.unjudged().forEach(unjudged::put);
    root.set("moleculeStability", tree(stability.molecules()));
    root.set("atomStability", tree(stability.atoms()));
    ObjectNode byElement = root.putObject("atomStabilityByElement");
    stability.atomsByElement().forEach((symbol, ratio) -> byElement.set(symbol, tree(ratio)));
    root.set("connected", tree(stability.connected()));
    root.set("validity", tree(score.chemistry().validity()));
    root.set("uniqueness", tree(score.chemistry().uniqueness()));
    Optional<Ratio> novelty = score.chemistry().novelty();
    if (novelty.isPresent()) {
      root.set("novelty", tree(novelty.get()));
    } else {
      root.putNull("novelty");
    }
    if (score.distanceDivergence().isPresent()) {
      root.put("distanceDivergence", score.distanceDivergence().getAsDouble());
    } else {
      root.putNull("distanceDivergence");
    }
    ObjectNode convention = root.putObject("convention");
    score.convention().entries().forEach(convention::put);
    return root;
  }

  private static ObjectNode tree(Estimate estimate) {
    ObjectNode node = tree(estimate.ratio());
    if (estimate.interval().isPresent()) {
      Interval interval = estimate.interval().get();
      ObjectNode ends = node.putObject("interval");
      ends.put("level", interval.level());
      ends.put("low", interval.low());
      ends.put("high", interval.high());
    } else {
      node.putNull("interval");
    }
    return node;
  }

  private static ObjectNode tree(Ratio ratio) {
    ObjectNode node = NODES.objectNode();
    OptionalDouble value = ratio.value();
    if (value.isPresent()) {
      node.put("value", value.getAsDouble());
    } else {
      node.putNull("value");
    }
    node.put("numerator", ratio.numerator());
    node.put("denominator", ratio.denominator());
    return node;
  }
}
