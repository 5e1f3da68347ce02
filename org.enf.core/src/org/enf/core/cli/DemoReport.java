package org.enf.core.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.enf.core.learner.Learner;
import org.enf.core.scoring.Score;
import org.enf.core.scoring.ScoreJson;
import org.enf.core.scoring.ScoreText;
import org.enf.core.text.Durations;

/**
 * What the demo did and how good its molecules are.
 *
 * @param trained the training
 * @param sampled the drawing
 * @param score of the molecules
 * @param time the time of all
 */
record DemoReport(
    Score builtIn,
    Learner.Outcome trained,
    SamplingRun.Outcome sampled,
    Score score,
    Duration time) {

  /** For people. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("E(n) equivariant normalizing flow: report of the demo");
    lines.add("");
    lines.add("Built-in model: " + ScoreText.summary(builtIn));
    lines.add("Model of this demo: " + sampled.sentence());
    lines.add("all in " + Durations.format(time));
    lines.add("");
    lines.add("Score of the molecules");
    lines.add("");
    lines.addAll(ScoreText.lines(score));
    lines.add("");
    lines.add("For comparison: the model of the paper, trained on 100,000 molecules of");
    lines.add("QM9, had 85 % stable atoms and 4.9 % stable molecules (Satorras et al., table 3).");
    lines.add("");
    lines.add("Model");
    lines.add("");
    lines.addAll(ModelText.lines(trained.model()));
    return lines;
  }

  /** For machines. */
  ObjectNode tree() {
    ObjectNode root = JsonMapper.builder().build().createObjectNode();
    root.put("seconds", time.toMillis() / 1000.0);
    ObjectNode sampling = root.putObject("sampling");
    sampling.put("asked", sampled.asked());
    sampling.put("drawn", sampled.drawn());
    sampling.put("failed", sampled.failed());
    sampling.put("meanEvaluations", sampled.evaluations());
    sampling.put("seconds", sampled.time().toMillis() / 1000.0);
    root.set("score", ScoreJson.tree(score));
    root.set("builtInScore", ScoreJson.tree(builtIn));
    root.set("model", ModelText.tree(trained.model()));
    return root;
  }
}
