package org.knime.core.node.message;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Collects what a message says; of several issues it shows the first. */
public final class MessageBuilder {
  private final List<String> resolutions = new ArrayList<>();
  private String summary;
  private String issue;

  MessageBuilder() {}

  public MessageBuilder withSummary(String summary) {
    this.summary = summary;
    return this;
  }

  public MessageBuilder addResolutions(String... res) {
    if (Arrays.asList(res).contains(null)) {
      throw new IllegalArgumentException("Argument must not contain null elements");
    }
    resolutions.addAll(Arrays.asList(res));
    return this;
  }

  public Optional<String> getSummary() {
    return Optional.ofNullable(summary);
  }

  public Optional<Message> build() {
    return getSummary().map(text -> new Message(text, issue, resolutions));
  }
}
