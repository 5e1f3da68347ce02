package org.enf.core.molecule.io;

import org.enf.core.molecule.Element;

/** Finds elements by their symbols in bytes, in any case, or by their atomic numbers. */
final class ElementSymbols {
  private static final int LETTERS = 27;
  private static final Element[] BY_LETTERS = new Element[LETTERS * LETTERS];

  static {
    for (Element element : Element.values()) {
      String symbol = element.symbol();
      int second = symbol.length() > 1 ? letter((byte) symbol.charAt(1)) : 0;
      BY_LETTERS[LETTERS * letter((byte) symbol.charAt(0)) + second] = element;
    }
  }

  private ElementSymbols() {}

  /** The element that {@code bytes[start..end)} names, or null. */
  static Element element(byte[] bytes, int start, int end) {
    int length = end - start;
    if (length < 1) {
      return null;
    }
    int first = letter(bytes[start]);
    if (first == 0) {
      return byNumber(bytes, start, end);
    }
    if (length == 1) {
      return BY_LETTERS[LETTERS * first];
    }
    int second = letter(bytes[start + 1]);
    return length == 2 && second > 0 ? BY_LETTERS[LETTERS * first + second] : null;
  }

  /** 1 to 26 for a letter, 0 for anything else. */
  private static int letter(byte value) {
    int lower = value | 0x20;
    return lower >= 'a' && lower <= 'z' ? lower - 'a' + 1 : 0;
  }

  private static Element byNumber(byte[] bytes, int start, int end) {
    if (end - start > 3) {
      return null;
    }
    int number = 0;
    for (int i = start; i < end; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return null;
      }
      number = 10 * number + digit;
    }
    return Element.ofAtomicNumber(number).orElse(null);
  }
}
