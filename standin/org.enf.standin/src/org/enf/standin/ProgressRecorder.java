package org.enf.standin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.workflow.NodeProgress;

/** Writes down all progress, and calls the execution off after some of it. */
final class ProgressRecorder extends DefaultNodeProgressMonitor {
  private final List<Executed.Progress> progress = Collections.synchronizedList(new ArrayList<>());

  ProgressRecorder(Predicate<List<Executed.Progress>> cancelled) {
    addProgressListener(
        event -> {
          NodeProgress told = event.getNodeProgress();
          progress.add(new Executed.Progress(told.getProgress(), told.getMessage()));
          if (cancelled.test(progress())) {
            setExecuteCanceled();
          }
        });
  }

  List<Executed.Progress> progress() {
    synchronized (progress) {
      return List.copyOf(progress);
    }
  }
}
