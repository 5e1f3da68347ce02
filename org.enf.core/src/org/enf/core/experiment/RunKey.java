package org.enf.core.experiment;

import java.util.Locale;

/**
 * Which run of an experiment.
 *
 * @param method the flow
 * @param samples the number of training samples
 * @param run from 1; runs differ in their seed
 */
public record RunKey(Method method, int samples, int run) {
  /** The part of the names of its files that tells it from other runs. */
  public String fileName() {
    return method.id() + "-" + samples + "-" + run;
  }

  @Override
  public String toString() {
    return method.label()
        + ", "
        + String.format(Locale.ROOT, "%,d", samples)
        + " samples, run "
        + run;
  }
}
