package org.enf.core.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Decides between what an option says and what holds without it. */
abstract class Choice {
  /** What the option says, or what holds without it. */
  abstract <T> T of(String option, T given, T otherwise);

  /** For a fresh start: the option counts where it is given. */
  static final class Fresh extends Choice {
    @Override
    <T> T of(String option, T given, T otherwise) {
      return given != null ? given : otherwise;
    }
  }

  /** For going on: what held before holds, and options that say otherwise are collected. */
  static final class Resumed extends Choice {
    private final List<String> differences = new ArrayList<>();

    @Override
    <T> T of(String option, T given, T otherwise) {
      if (given != null && !Objects.equals(given, otherwise)) {
        differences.add(option + " is " + text(given) + " now and was " + text(otherwise));
      }
      return otherwise;
    }

    private static Object text(Object value) {
      return value instanceof Enum<?> constant ? EnumText.of(constant) : value;
    }

    /** What differs, in words; empty if nothing does. */
    List<String> differences() {
      return List.copyOf(differences);
    }
  }
}
