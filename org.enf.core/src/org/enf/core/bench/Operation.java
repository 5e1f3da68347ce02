package org.enf.core.bench;

/** What a network is asked in an evaluation. */
public enum Operation {
  /** {@code Network.value}. */
  VALUE("value", 1),
  /** {@code Network.jvp}: the value and one tangent. */
  PRODUCT("value + JVP", 2),
  /** {@code Network.vjp}: the value and one product with a cotangent. */
  COTANGENT_PRODUCT("value + VJP", 2),
  /** {@code Network.reverse} with a tangent: value, tangent, and the way back through both. */
  REVERSE("reverse", 6);

  private final String text;
  private final int units;

  Operation(String text, int units) {
    this.text = text;
    this.units = units;
  }

  /** The name in tables. */
  public String text() {
    return text;
  }

  /** The multiplications and additions that it needs, in those of a value. */
  public int units() {
    return units;
  }
}
