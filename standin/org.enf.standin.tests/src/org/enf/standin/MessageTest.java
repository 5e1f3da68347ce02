package org.enf.standin;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.message.Message;
import org.knime.core.node.message.MessageBuilder;

/** What nodes tell their users. */
public class MessageTest {
  @Test
  public void aMessageNeedsASummary() {
    assertEquals(Optional.empty(), Message.builder().addTextIssue("what").build());
    assertThrows(IllegalArgumentException.class, () -> Message.fromSummary(null));
  }

  @Test
  public void ofSeveralIssuesTheFirstIsShown() {
    MessageBuilder builder =
        Message.builder().withSummary("Bad molecules").addTextIssue("one").addRowIssue(0, 7, "two");
    assertEquals(Optional.of("one"), builder.getFirstIssue());
    assertEquals(2, builder.getIssueCount());
  }

  @Test
  public void exceptionsCarryTheMessage() {
    Message message = Message.fromSummaryWithResolution("No bonds", "Add them");
    assertEquals(List.of("Add them"), message.getResolutions());
    IOException cause = new IOException();
    KNIMEException failed = message.toKNIMEException(cause);
    assertSame(cause, failed.getCause());
    assertSame(message, failed.getKNIMEMessage());
    assertSame(failed, failed.toUnchecked().getCause());
    InvalidSettingsException invalid = message.toInvalidSettingsException();
    assertEquals("No bonds", invalid.getMessage());
  }

  @Test
  public void anExceptionWithoutWordsSpeaksForItsCause() {
    assertEquals(
        "disk full",
        new KNIMEException(null, new IOException("disk full")).getKNIMEMessage().getSummary());
  }
}
