package org.enf.core.molecule.io;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import org.junit.Test;

public class DecimalNumberTest {
  private static double parse(String text) {
    byte[] bytes = ("x" + text + "x").getBytes(StandardCharsets.UTF_8);
    return DecimalNumber.parse(bytes, 1, bytes.length - 1);
  }

  private static void assertAsJavaReads(String text) {
    assertEquals(
        text,
        Double.doubleToLongBits(Double.parseDouble(text)),
        Double.doubleToLongBits(parse(text)));
  }

  @Test
  public void coordinatesAreRoundedAsJavaRoundsThem() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      assertAsJavaReads(String.format(Locale.ROOT, "%.10f", random.nextGaussian() * 5));
    }
  }

  @Test
  public void anyDoubleIsReadBackExactly() {
    Random random = new Random(2);
    for (int i = 0; i < 20_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        assertAsJavaReads(Double.toString(value));
      }
    }
  }

  @Test
  public void hardCasesAreRoundedAsJavaRoundsThem() {
    for (String text :
        new String[] {
          "0",
          "-0",
          "-0.0",
          "+1",
          ".5",
          "5.",
          "00012.50",
          "1e22",
          "1e23",
          "9007199254740993",
          "9007199254740992e1",
          "9007199254740991e22",
          "123456789012345678",
          "1234567890123456789",
          "0.000000000000000000000000000000000123456789012345678901234567890",
          "1e-22",
          "1e-23",
          "2.2250738585072011e-308",
          "4.9e-324",
          "1e-400",
          "1e400",
          "-1e400",
          "1e99999999999",
          "1e-99999999999",
          "0e99999999999",
          "1.7976931348623159e308",
          "8.5e-05",
          "6E+02"
        }) {
      assertAsJavaReads(text);
    }
  }

  @Test
  public void exponentsOfFortranAndMathematicaAreRead() {
    assertEquals(-8.12e-6, parse("-8.12*^-6"), 0);
    assertEquals(1e-5, parse("1.*^-5"), 0);
    assertEquals(2.5e3, parse("2.5D+03"), 0);
    assertEquals(1.2345678901234567891e-30, parse("1.2345678901234567891*^-30"), 0);
  }

  @Test
  public void whatIsNoDecimalNumberIsNaN() {
    for (String text :
        new String[] {
          "",
          "-",
          "+",
          ".",
          "-.",
          "e5",
          "1e",
          "1e+",
          "1*5",
          "1*^",
          "1^5",
          "1.2.3",
          "1,5",
          "1f",
          "1d",
          "0x10",
          "NaN",
          "nan",
          "Infinity",
          "inf",
          "1_0",
          "1 2",
          "--1",
          "C",
          "\uFF11"
        }) {
      assertTrue(text, Double.isNaN(parse(text)));
    }
  }
}
