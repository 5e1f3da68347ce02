package org.enf.core.gpu;

import java.util.Optional;

/**
 * Why no GPU can be used.
 *
 * @param obstacle for programs
 * @param reason half a sentence that names what is in the way
 * @param remedy what the user can do about it, in the imperative, if anything
 */
public record Refusal(Obstacle obstacle, String reason, Optional<String> remedy) {
  private static final String BEGIN = "no GPU can be used: ";

  Refusal(Obstacle obstacle, String reason) {
    this(obstacle, reason, Optional.empty());
  }

  /** A reason with its remedy. */
  public Refusal(Obstacle obstacle, String reason, String remedy) {
    this(obstacle, reason, Optional.of(remedy));
  }

  /** The engine that was to run on a GPU does not start, for this reason. */
  public static Refusal atStart(String reason) {
    return new Refusal(Obstacle.ENGINE_FAILS, reason);
  }

  /**
   * The sentence for someone who wants a GPU and nothing else.
   *
   * @param alternative what to do without one, for example {@code choose the device CPU}
   */
  public String sentence(String alternative) {
    return BEGIN + reason + "; " + remedy.map(text -> text + ", or ").orElse("") + alternative;
  }

  /**
   * The sentence for someone who takes a GPU where there is one.
   *
   * @param instead what happens without, for example {@code the processor computes}
   */
  public String remark(String instead) {
    return BEGIN + reason + ", so " + instead + remedy.map(text -> "; " + text).orElse("");
  }
}
