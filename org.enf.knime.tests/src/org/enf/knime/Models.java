package org.enf.knime;

import java.io.IOException;
import org.enf.core.model.BuiltInModel;
import org.enf.knime.port.EnfModelPortObject;

/** Models for tests. */
public final class Models {
  private Models() {}

  /** The model that comes with the extension. */
  public static EnfModelPortObject builtIn() {
    try {
      return new EnfModelPortObject(BuiltInModel.QM9.read());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
