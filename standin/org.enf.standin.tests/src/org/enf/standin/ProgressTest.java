package org.enf.standin;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import org.junit.Test;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionMonitor;

/** Progress that is told and cancellation that is asked for. */
public class ProgressTest {
  private final DefaultNodeProgressMonitor monitor = new DefaultNodeProgressMonitor();
  private final ExecutionMonitor exec = new ExecutionMonitor(monitor);

  @Test
  public void onceCancelledEachCheckThrows() throws CanceledExecutionException {
    ExecutionMonitor share = exec.createSubProgress(0.5);
    share.checkCanceled();
    monitor.setExecuteCanceled();
    assertThrows(CanceledExecutionException.class, exec::checkCanceled);
    CanceledExecutionException cancelled =
        assertThrows(CanceledExecutionException.class, share::checkCanceled);
    assertEquals("Execution canceled", cancelled.getKNIMEMessage().getSummary());
  }

  @Test
  public void anInterruptedThreadIsCancelled() {
    Thread.currentThread().interrupt();
    assertThrows(CanceledExecutionException.class, exec::checkCanceled);
    Thread.interrupted();
  }

  @Test
  public void aShareAddsItsPart() {
    exec.setProgress(0.25, "");
    ExecutionMonitor share = exec.createSubProgress(0.5);
    share.setProgress(0.5, "");
    assertEquals(0.5, monitor.getProgress(), 1e-12);
    share.setProgress(1, "");
    assertEquals(0.75, monitor.getProgress(), 1e-12);
    share.setProgress(0.5, "");
    assertEquals(0.75, monitor.getProgress(), 1e-12);
  }

  @Test
  public void aShareHasOneThousandthAsItsSmallestStep() {
    exec.setProgress(0.25, "");
    exec.createSubProgress(1).setProgress(0.0009, "");
    assertEquals(0.25, monitor.getProgress(), 0);
  }

  @Test
  public void progressOutsideOneIsIgnored() {
    exec.setProgress(0.25, "");
    exec.setProgress(1.5, "more than all");
    assertEquals(0.25, monitor.getProgress(), 0);
    assertEquals("more than all", monitor.getMessage());
    assertThrows(IllegalArgumentException.class, () -> exec.createSubProgress(2));
  }

  @Test
  public void theMessageOfAShareComesAfterTheParents() {
    exec.setMessage("Training");
    ExecutionMonitor share = exec.createSubProgress(0.5);
    share.setMessage(() -> "epoch 1");
    share.createSubProgress(0.5).setMessage("batch 2");
    assertEquals("Training", monitor.getMessage());
    assertEquals(List.of("Training", "epoch 1", "batch 2"), monitor.getMessages());
    exec.setMessage("Sampling");
    assertEquals(List.of("Sampling"), monitor.getMessages());
  }

  @Test
  public void aSilentShareSaysNothing() {
    exec.setMessage("Training");
    ExecutionMonitor share = exec.createSilentSubProgress(1);
    share.setProgress(0.5, "epoch 1");
    assertEquals(List.of("Training"), monitor.getMessages());
    assertEquals(0.5, monitor.getProgress(), 1e-12);
  }
}
