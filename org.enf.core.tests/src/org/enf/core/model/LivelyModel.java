package org.enf.core.model;

import java.util.Map;
import org.enf.core.dequantization.EnfSettings;
import org.enf.core.testing.LivelyParameters;
import org.enf.core.testing.SmallMolecules;
import org.enf.core.training.MoleculeSet;

/** A model of small molecules, not trained, under which every part of the flow matters. */
final class LivelyModel {
  private LivelyModel() {}

  static EnfModel model() {
    EnfSettings settings = SmallMolecules.MODEL;
    MoleculeSet data = SmallMolecules.set(9, 3);
    double[] parameters = new double[settings.parameterCount()];
    double[] first = LivelyParameters.of(settings.dynamics(), 1);
    double[] last = LivelyParameters.of(settings.dequantizer(), 2);
    System.arraycopy(first, 0, parameters, 0, first.length);
    System.arraycopy(last, 0, parameters, parameters.length - last.length, last.length);
    return new EnfModel(
        settings,
        data.sizeDistribution(),
        parameters,
        new Provenance.Imported("0.1.0", "lively", "00", "", Map.of()));
  }
}
