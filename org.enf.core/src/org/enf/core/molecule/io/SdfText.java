package org.enf.core.molecule.io;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import org.enf.core.molecule.Bond;
import org.enf.core.molecule.Molecule;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.io.MDLV2000Writer;
import org.openscience.cdk.io.setting.BooleanIOSetting;

/**
 * SDF with the name as title and the properties as data items: V2000 by CDK, or V3000 where V2000's
 * columns are too narrow. V3000 is not left to CDK, which would move hydrogens behind the others.
 */
final class SdfText implements RecordText {
  private static final int MOST_IN_V2000 = 999;

  /** CDK cuts the leading digits of what is larger. */
  private static final double LARGEST_IN_V2000 = 9999;

  private static final int DECIMALS = 6;
  private static final int OPEN_VALENCE = -1;

  /** Program and dimension stand in fixed columns; no date, so that equal data give equal files. */
  private static final String PROGRAM_LINE = "     E-NF           3D\n";

  @Override
  public void append(Molecule molecule, StringBuilder text) throws IOException {
    String title = RecordText.oneLine(molecule.name());
    text.append(title.startsWith(SdfLines.DELIMITER) ? " " : "").append(title).append('\n');
    text.append(PROGRAM_LINE).append('\n');
    if (fitsV2000(molecule)) {
      appendV2000(molecule, text);
    } else {
      appendV3000(molecule, text);
    }
    text.append(MolBlock.END).append('\n');
    appendData(molecule.properties(), text);
    text.append(SdfLines.DELIMITER).append('\n');
  }

  private static boolean fitsV2000(Molecule molecule) {
    double largest = 0;
    for (double coordinate : molecule.positions()) {
      largest = Math.max(largest, Math.abs(coordinate));
    }
    return molecule.size() <= MOST_IN_V2000
        && molecule.bonds().size() <= MOST_IN_V2000
        && largest < LARGEST_IN_V2000;
  }

  private static void appendV2000(Molecule molecule, StringBuilder text) throws IOException {
    StringWriter written = new StringWriter();
    try (MDLV2000Writer writer = new MDLV2000Writer(written)) {
      writer
          .getSetting(MDLV2000Writer.OptWriteAromaticBondTypes, BooleanIOSetting.class)
          .setSetting("true");
      IAtomContainer container = CdkMolecules.container(molecule);
      // CDK would write it as it is, with line ends.
      container.setTitle(null);
      writer.write(container);
    } catch (CDKException failure) {
      throw new IOException(
          "molecule '"
              + Excerpt.of(molecule.name())
              + "' does not fit into SDF: "
              + Reason.of(failure),
          failure);
    }
    StringBuffer block = written.getBuffer();
    int counts = 0;
    for (int line = 0; line < 3; line++) {
      counts = block.indexOf("\n", counts) + 1;
    }
    text.append(block, counts, block.indexOf(MolBlock.END, counts));
  }

  private static void appendV3000(Molecule molecule, StringBuilder text) {
    text.append("  0  0  0     0  0            999 V3000\n");
    begin(text, "BEGIN CTAB\n");
    begin(text, "COUNTS ").append(molecule.size()).append(' ').append(molecule.bonds().size());
    text.append(" 0 0 0\n");
    begin(text, "BEGIN ATOM\n");
    int[] valences = valences(molecule);
    for (int atom = 0; atom < molecule.size(); atom++) {
      begin(text, "").append(atom + 1).append(' ').append(molecule.element(atom).symbol());
      for (int axis = 0; axis < Molecule.DIMENSIONS; axis++) {
        FixedDecimal.append(text.append(' '), molecule.coordinate(atom, axis), DECIMALS);
      }
      text.append(" 0");
      if (valences[atom] != OPEN_VALENCE) {
        // No reader shall think that hydrogens are missing; -1 stands for no bond.
        text.append(" VAL=").append(valences[atom] == 0 ? -1 : valences[atom]);
      }
      text.append('\n');
    }
    begin(text, "END ATOM\n");
    if (!molecule.bonds().isEmpty()) {
      appendV3000Bonds(molecule, text);
    }
    begin(text, "END CTAB\n");
  }

  private static void appendV3000Bonds(Molecule molecule, StringBuilder text) {
    begin(text, "BEGIN BOND\n");
    int number = 0;
    for (Bond bond : molecule.bonds()) {
      number++;
      begin(text, "").append(number).append(' ').append(bond.order()).append(' ');
      text.append(bond.first() + 1).append(' ').append(bond.second() + 1).append('\n');
    }
    begin(text, "END BOND\n");
  }

  private static StringBuilder begin(StringBuilder text, String words) {
    return text.append(V3000Block.PREFIX).append(words);
  }

  /** The sum of bond orders at each atom; open where a bond is aromatic. */
  private static int[] valences(Molecule molecule) {
    int[] valences = new int[molecule.size()];
    for (Bond bond : molecule.bonds()) {
      for (int atom : new int[] {bond.first(), bond.second()}) {
        boolean open = bond.order() == Bond.AROMATIC || valences[atom] == OPEN_VALENCE;
        valences[atom] = open ? OPEN_VALENCE : valences[atom] + bond.order();
      }
    }
    return valences;
  }

  private static void appendData(Map<String, String> properties, StringBuilder text) {
    properties.forEach(
        (name, value) -> {
          text.append("> <").append(RecordText.oneLine(name).replaceAll("[<>]", "_")).append(">\n");
          value.lines().filter(line -> !line.isBlank()).forEach(line -> appendValue(line, text));
          text.append('\n');
        });
  }

  /** A line of a value must not look like the end of the record or the next item. */
  private static void appendValue(String line, StringBuilder text) {
    boolean special =
        line.startsWith(">")
            || line.startsWith(SdfLines.DELIMITER)
            || line.startsWith(MolBlock.END);
    text.append(special ? " " : "").append(line).append('\n');
  }
}
