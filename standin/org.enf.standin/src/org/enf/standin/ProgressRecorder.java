package org.enf.standin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.knime.core.node.DefaultNodeProgressMonitor;

/** Writes down all progress, and calls the execution off after some of it. */
final class ProgressRecorder extends DefaultNodeProgressMonitor {
  private final List<Executed.Progress> progress = Collections.synchronizedList(new ArrayList<>());

  ProgressRecorder(Predicate<List<Executed.Progress>> cancelled) {
    addProgressListener(
        event -> {
          progress.add(new Executed.Progress(getProgress(), getMessage()));
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
