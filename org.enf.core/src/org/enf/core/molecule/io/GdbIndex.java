package org.enf.core.molecule.io;

import org.enf.core.molecule.Molecule;

/** The number of a molecule in GDB, which QM9 writes as {@code gdb N} or {@code gdb_N}. */
final class GdbIndex {
  /** The word in front of the number. */
  static final String TAG = "gdb";

  /** The number of a molecule that has none. */
  static final long NONE = -1;

  private static final int MOST_DIGITS = 12;

  private GdbIndex() {}

  /** The name of a molecule with a number. */
  static String name(long index) {
    return TAG + " " + index;
  }

  /** The number that the molecule's name tells, or {@link #NONE}. */
  static long of(Molecule molecule) {
    String name = molecule.name();
    int length = name.length();
    int at = TAG.length();
    if (!name.startsWith(TAG)
        || length < at + 2
        || length > at + 1 + MOST_DIGITS
        || (name.charAt(at) != ' ' && name.charAt(at) != '_')) {
      return NONE;
    }
    long index = 0;
    for (at++; at < length; at++) {
      int digit = name.charAt(at) - '0';
      if (digit < 0 || digit > 9) {
        return NONE;
      }
      index = 10 * index + digit;
    }
    return index;
  }
}
