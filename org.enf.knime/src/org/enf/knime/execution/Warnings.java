package org.enf.knime.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Collects what a node has to tell, for it can set one warning only. */
public final class Warnings {
  private final List<String> sentences = new ArrayList<>();

  /** Adds a sentence. */
  public void add(String sentence) {
    sentences.add(sentence);
  }

  /** Adds a sentence if there is one. */
  public void add(Optional<String> sentence) {
    sentence.ifPresent(this::add);
  }

  /** Tells all together, if there is any. */
  public void tell(Consumer<String> node) {
    if (!sentences.isEmpty()) {
      node.accept(String.join("\n", sentences));
    }
  }
}
