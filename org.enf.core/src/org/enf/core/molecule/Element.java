package org.enf.core.molecule;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A chemical element; the constants stand in the order of their atomic numbers. */
public enum Element {
  H,
  HE,
  LI,
  BE,
  B,
  C,
  N,
  O,
  F,
  NE,
  NA,
  MG,
  AL,
  SI,
  P,
  S,
  CL,
  AR,
  K,
  CA,
  SC,
  TI,
  V,
  CR,
  MN,
  FE,
  CO,
  NI,
  CU,
  ZN,
  GA,
  GE,
  AS,
  SE,
  BR,
  KR,
  RB,
  SR,
  Y,
  ZR,
  NB,
  MO,
  TC,
  RU,
  RH,
  PD,
  AG,
  CD,
  IN,
  SN,
  SB,
  TE,
  I,
  XE,
  CS,
  BA,
  LA,
  CE,
  PR,
  ND,
  PM,
  SM,
  EU,
  GD,
  TB,
  DY,
  HO,
  ER,
  TM,
  YB,
  LU,
  HF,
  TA,
  W,
  RE,
  OS,
  IR,
  PT,
  AU,
  HG,
  TL,
  PB,
  BI,
  PO,
  AT,
  RN,
  FR,
  RA,
  AC,
  TH,
  PA,
  U,
  NP,
  PU,
  AM,
  CM,
  BK,
  CF,
  ES,
  FM,
  MD,
  NO,
  LR,
  RF,
  DB,
  SG,
  BH,
  HS,
  MT,
  DS,
  RG,
  CN,
  NH,
  FL,
  MC,
  LV,
  TS,
  OG;

  private static final Element[] BY_NUMBER = values();
  private static final Map<String, Element> BY_SYMBOL = new HashMap<>();

  static {
    for (Element element : BY_NUMBER) {
      BY_SYMBOL.put(element.symbol, element);
    }
  }

  private final String symbol;

  Element() {
    symbol = name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
  }

  /** The symbol as chemists write it, for example {@code "Cl"}. */
  public String symbol() {
    return symbol;
  }

  /** The number of protons, 1 for hydrogen. */
  public int atomicNumber() {
    return ordinal() + 1;
  }

  /** The element with exactly this symbol ({@code "Cl"}, not {@code "CL"}), or nothing. */
  public static Optional<Element> ofSymbol(String symbol) {
    return Optional.ofNullable(BY_SYMBOL.get(symbol));
  }

  /** The element with this atomic number, or nothing. */
  public static Optional<Element> ofAtomicNumber(int number) {
    return number >= 1 && number <= BY_NUMBER.length
        ? Optional.of(BY_NUMBER[number - 1])
        : Optional.empty();
  }
}
