package org.enf.knime.view;

/** The HTML pages in the folder {@code views} of this bundle. */
public enum ViewPage {
  /** The curves of a training run. */
  LEARNER("learner.html"),
  /** Molecules that were drawn or judged, in 3D. */
  MOLECULES("molecules.html"),
  /** Facts and plots: what a model is, or how values are distributed. */
  MODEL("model.html");

  /** The folder of the pages, below the root of the bundle. */
  public static final String FOLDER = "views";

  private final String file;

  ViewPage(String file) {
    this.file = file;
  }

  /** The name of its file in the folder. */
  public String file() {
    return file;
  }
}
