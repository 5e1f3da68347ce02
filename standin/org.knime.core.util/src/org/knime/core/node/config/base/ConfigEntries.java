package org.knime.core.node.config.base;

/** The types of the entries, by the names that stand in the files. */
public enum ConfigEntries {
  xstring,
  xint,
  xdouble,
  xfloat,
  xlong,
  xshort,
  xbyte,
  xchar,
  xboolean,
  config,
  xpassword,
  xtransientstring;

  /** The value of an entry of this type that a file shows so. */
  Object parse(String value) {
    return switch (this) {
      case xstring, xpassword -> value;
      case xint -> Integer.valueOf(value);
      case xdouble -> Double.valueOf(value);
      case xfloat -> Float.valueOf(value);
      case xlong -> Long.valueOf(value);
      case xshort -> Short.valueOf(value);
      case xbyte -> Byte.valueOf(value);
      case xchar -> character(value);
      case xboolean -> Boolean.valueOf(value);
      case config, xtransientstring ->
          throw new IllegalStateException(this + " is no type of a saved value");
    };
  }

  private static Character character(String value) {
    if (value.length() > 1) {
      throw new IllegalArgumentException("One character expected instead of " + value);
    }
    return value.charAt(0);
  }
}
