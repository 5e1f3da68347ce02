package org.knime.node.parameters.validation;

/** A check that the dialog makes while the user types. */
public interface BuiltinValidation {
  /** What the user reads. */
  String getErrorMessage();

  /** What the dialog has to know to make the check. */
  Object getParameters();
}
