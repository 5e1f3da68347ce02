package org.enf.core.model;

/** The version of this library, as it stands in the model files that it writes. */
public final class LibraryVersion {
  /** The version of the bundle, without its qualifier. */
  public static final String CURRENT = "0.1.0";

  private LibraryVersion() {}
}
