package org.enf.knime;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.enf.core.egnn.Engine;
import org.enf.core.engine.Engines;
import org.enf.core.model.BuiltInModel;
import org.enf.core.model.MoleculeSampler;
import org.enf.core.molecule.Molecule;
import org.enf.core.ode.SolverSettings;
import org.enf.core.vector.Precision;
import org.enf.knime.port.EnfModelPortObject;

/** Models for tests. */
public final class Models {
  private Models() {}

  /** The model that comes with the extension. */
  public static EnfModelPortObject builtIn() {
    try {
      return new EnfModelPortObject(BuiltInModel.QM9.read());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Molecules of 12 atoms that the built-in model draws, roughly. */
  public static List<Molecule> drawn(int count) {
    List<Molecule> molecules = new ArrayList<>();
    MoleculeSampler.Listener listener =
        new MoleculeSampler.Listener() {
          @Override
          public void drawn(int number, List<Molecule> frames) {
            molecules.add(frames.get(0));
          }

          @Override
          public void failed(int number, String reason) {
            throw new AssertionError(reason);
          }
        };
    try (Engine engine = Engines.open(Engines.AUTO, Precision.FLOAT, 1);
        MoleculeSampler sampler =
            new MoleculeSampler(builtIn().model(), engine, SolverSettings.fixed("midpoint", 10))) {
      sampler.sample(
          new MoleculeSampler.Request(count, 0, OptionalInt.of(12), count), listener, () -> false);
    }
    return molecules;
  }
}
