package org.enf.core.molecule.build;

/** Says in one sentence why a structure gets no geometry. */
final class UnbuildableException extends Exception {
  private static final long serialVersionUID = 1L;

  UnbuildableException(String reason) {
    super(reason);
  }

  UnbuildableException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
