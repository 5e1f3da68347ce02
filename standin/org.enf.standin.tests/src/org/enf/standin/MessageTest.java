package org.enf.standin;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import org.junit.Test;
import org.knime.core.node.KNIMEException;

/** What nodes tell their users. */
public class MessageTest {
  @Test
  public void anExceptionWithoutWordsSpeaksForItsCause() {
    assertEquals(
        "disk full",
        new KNIMEException(null, new IOException("disk full")).getKNIMEMessage().getSummary());
  }
}
