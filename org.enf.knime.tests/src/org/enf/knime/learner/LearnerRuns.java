package org.enf.knime.learner;

import org.enf.core.model.EnfModel;
import org.enf.knime.port.EnfModelPortObject;
import org.enf.standin.Executed;
import org.enf.standin.NodeRun;

/** Learners that are done in no time. */
final class LearnerRuns {
  private LearnerRuns() {}

  static NodeRun small() {
    return NodeRun.of(LearnerFactory.class)
        .set("size", NetworkSize.CUSTOM)
        .set("layers", 1)
        .set("width", 8)
        .set("epochs", 2)
        .set("batchSize", 5)
        .set("batchSize_is_present", true)
        .set("checkMolecules", 2);
  }

  static NodeRun endless() {
    return small().set("epochs", 1_000_000).set("checkMolecules", 0);
  }

  static EnfModel model(Executed executed) {
    return executed.object(0, EnfModelPortObject.class).model();
  }
}
