package org.enf.core.cli;

import java.util.ArrayList;
import java.util.List;
import org.enf.core.molecule.AtomTypes;
import org.enf.core.molecule.Element;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Atom types as users write them: {@code H,C,N,O,F}. */
final class AtomTypesText implements ITypeConverter<AtomTypes> {
  @Override
  public AtomTypes convert(String text) {
    List<Element> elements = new ArrayList<>();
    for (String symbol : text.strip().split("[,\\s]+")) {
      elements.add(
          Element.ofSymbol(symbol)
              .orElseThrow(
                  () ->
                      new TypeConversionException(
                          "'" + symbol + "' is no element; write for example H,C,N,O,F,Cl")));
    }
    try {
      return new AtomTypes(elements);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
