package org.enf.knime.learner;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.enf.core.text.Durations;
import org.enf.core.text.Words;
import org.enf.core.training.TrainingState;
import org.enf.knime.learner.TrainingHistory.Point;
import org.enf.knime.view.ViewData;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** What the page of the E-NF Learner shows. */
final class LearnerPage {
  private LearnerPage() {}

  static BufferedDataTable table(LearnerRun.Learnt learnt, ExecutionContext exec) {
    return ViewData.table(document(learnt), exec);
  }

  private static ObjectNode document(LearnerRun.Learnt learnt) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("title", "E-NF Learner");
    root.put(
        "lossLabel", learnt.matched() ? "Loss of flow matching" : "Negative log-likelihood (nats)");
    summary(learnt, root.putArray("summary"));
    List<Point> points = learnt.history().points();
    curve(points, root.putObject("training"), "loss", Point::loss);
    curve(points, root.putObject("validation"), "nll", Point::validationNll);
    ObjectNode checks = root.putObject("checks");
    curve(points, checks, "stableAtoms", Point::stableAtoms);
    curve(points, checks, "stableMolecules", Point::stableMolecules);
    return root;
  }

  private static void summary(LearnerRun.Learnt learnt, ArrayNode rows) {
    TrainingState.Position position = learnt.state().position();
    row(rows, "Objective", learnt.matched() ? "Flow matching" : "Maximum likelihood");
    row(rows, "Ended", learnt.ending());
    row(rows, "Steps", Words.number(position.step()));
    row(rows, "Whole epochs", Words.number(position.epoch()));
    row(
        rows,
        "Time in steps",
        Durations.format(Duration.ofMillis((long) (1000 * position.seconds()))));
    row(rows, "Loss, running mean", Words.nats(learnt.state().smoothedNll()));
    learnt
        .model()
        .provenance()
        .trained()
        .ifPresent(trained -> row(rows, "Molecules", Words.number(trained.molecules())));
  }

  private static void row(ArrayNode rows, String label, String value) {
    rows.addObject().put("label", label).put("value", value);
  }

  private static void curve(
      List<Point> points, ObjectNode into, String name, ToDoubleFunction<Point> value) {
    ArrayNode steps = into.withArray("step");
    steps.removeAll();
    ArrayNode values = into.putArray(name);
    for (Point point : points) {
      double y = value.applyAsDouble(point);
      if (!Double.isNaN(y)) {
        steps.add(point.step());
        values.add(y);
      }
    }
  }
}
