package org.enf.knime.molecule;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.enf.core.molecule.Element;
import org.knime.core.node.InvalidSettingsException;

/** Elements as users list them in a dialog: {@code H, C, N, O}. */
public final class ElementList {
  private ElementList() {}

  /**
   * The elements of a list, none for a blank one.
   *
   * @param name of the setting, as the dialog shows it
   * @throws InvalidSettingsException if one is no element
   */
  public static List<Element> parse(String name, String text) throws InvalidSettingsException {
    List<String> symbols =
        Arrays.stream(text.split("[,;\\s]+")).filter(symbol -> !symbol.isEmpty()).toList();
    for (String symbol : symbols) {
      if (Element.ofSymbol(symbol).isEmpty()) {
        throw new InvalidSettingsException(
            "\""
                + name
                + "\": there is no element \""
                + symbol
                + "\". Write symbols with commas between them, for example \"H, C, N, O, S\".");
      }
    }
    return symbols.stream().map(Element::ofSymbol).flatMap(Optional::stream).toList();
  }
}
