package org.enf.knime.learner;

import org.knime.node.parameters.widget.choices.Label;

/** How large the network is. */
enum NetworkSize {
  @Label(value = "Small", description = "4 layers of width 32: seconds to try a workflow.")
  SMALL(4, 32),

  @Label(value = "Medium", description = "6 layers of width 64: good after 15 minutes on QM9.")
  MEDIUM(6, 64),

  @Label(
      value = "Large",
      description = "6 layers of width 128: better after hours, three times as slow.")
  LARGE(6, 128),

  @Label(value = "Custom", description = "Your own number of layers and width.")
  CUSTOM(0, 0);

  private final int layers;
  private final int hidden;

  NetworkSize(int layers, int hidden) {
    this.layers = layers;
    this.hidden = hidden;
  }

  int layers() {
    return layers;
  }

  int hidden() {
    return hidden;
  }
}
