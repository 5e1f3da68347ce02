package org.enf.standin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.knime.core.node.DefaultNodeProgressMonitor;

/** Writes down all progress, and calls the execution off after some of it. */
final class ProgressRecorder extends DefaultNodeProgressMonitor {
  private final List<Executed.Progress> progress = Collections.synchronizedList(new ArrayList<>());

  ProgressRecorder(int cancelAfter) {
    addProgressListener(
        event -> {
          progress.add(new Executed.Progress(getProgress(), getMessage()));
          if (progress.size() == cancelAfter) {
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
