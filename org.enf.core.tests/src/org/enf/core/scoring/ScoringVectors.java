package org.enf.core.scoring;

import static org.junit.Assume.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.enf.core.molecule.Bond;
import org.enf.core.molecule.Element;
import org.enf.core.molecule.Molecule;
import org.enf.core.testing.TestPaths;

/** Reads the reference vectors of the scores; skips the test where they are missing. */
final class ScoringVectors {
  private ScoringVectors() {}

  static JsonNode read(String name) throws IOException {
    Path file = TestPaths.vectors().resolve(name);
    assumeTrue("the reference vector " + file + " is missing", Files.isRegularFile(file));
    return new ObjectMapper().readTree(file.toFile());
  }

  static List<JsonNode> stabilityCases() throws IOException {
    List<JsonNode> cases = new ArrayList<>();
    read("stability.json").get("molecules").forEach(cases::add);
    return cases;
  }

  static Molecule molecule(JsonNode vector) {
    int size = vector.get("elements").size();
    Element[] elements = new Element[size];
    double[] positions = new double[3 * size];
    for (int atom = 0; atom < size; atom++) {
      elements[atom] = Element.ofSymbol(vector.get("elements").get(atom).asText()).orElseThrow();
      for (int axis = 0; axis < 3; axis++) {
        positions[3 * atom + axis] = vector.get("positions_A").get(atom).get(axis).asDouble();
      }
    }
    return new Molecule(vector.get("id").asText(), elements, positions);
  }

  static List<Bond> bonds(JsonNode vector) {
    List<Bond> bonds = new ArrayList<>();
    for (JsonNode bond : vector.get("bonds_i_j_order")) {
      bonds.add(new Bond(bond.get(0).asInt(), bond.get(1).asInt(), bond.get(2).asInt()));
    }
    return bonds;
  }
}
