package org.knime.core.node.message;

import java.util.List;
import java.util.Optional;

/** What a node tells the user: a sentence, what happened where, what to do. */
public final class Message {
  private final String summary;
  private final String issue;
  private final List<String> resolutions;

  Message(String summary, String issue, List<String> resolutions) {
    this.summary = summary;
    this.issue = issue;
    this.resolutions = List.copyOf(resolutions);
  }

  public static MessageBuilder builder() {
    return new MessageBuilder();
  }

  public static Message fromSummary(String summary) {
    return fromSummaryWithResolution(summary);
  }

  public static Message fromSummaryWithResolution(String summary, String... res) {
    return builder()
        .withSummary(summary)
        .addResolutions(res)
        .build()
        .orElseThrow(() -> new IllegalArgumentException("argument must not be null"));
  }

  public String getSummary() {
    return summary;
  }

  Optional<String> getIssue() {
    return Optional.ofNullable(issue);
  }

  @Override
  public boolean equals(Object obj) {
    return obj instanceof Message other
        && summary.equals(other.summary)
        && getIssue().equals(other.getIssue())
        && resolutions.equals(other.resolutions);
  }

  @Override
  public int hashCode() {
    return summary.hashCode() ^ resolutions.hashCode();
  }

  @Override
  public String toString() {
    return summary + getIssue().map(text -> " (" + text + ")").orElse("") + resolutions;
  }
}
