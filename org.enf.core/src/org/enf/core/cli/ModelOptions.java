package org.enf.core.cli;

import org.enf.core.dequantization.EnfSettings;
import org.enf.core.molecule.AtomTypes;
import picocli.CommandLine.Option;

/** The options that say what is trained. */
final class ModelOptions {
  private static final EnfSettings DEFAULT = EnfSettings.paper(AtomTypes.QM9, 6, 64);

  @Option(
      names = "--layers",
      paramLabel = "N",
      description = "Layers of the velocity network (default: 6).")
  private Integer layers;

  @Option(
      names = "--hidden",
      paramLabel = "N",
      description = "Width of its messages and hidden features (default: 64).")
  private Integer hidden;

  @Option(
      names = "--dequantizer-layers",
      paramLabel = "N",
      description = "Layers of the dequantizer's network (default: 4).")
  private Integer dequantizerLayers;

  @Option(
      names = "--dequantizer-hidden",
      paramLabel = "N",
      description = "Width of the dequantizer's network (default: 64).")
  private Integer dequantizerHidden;

  @Option(
      names = "--types",
      paramLabel = "LIST",
      converter = AtomTypesText.class,
      description =
          "Elements of the model, for example H,C,N,O,F,Cl (default: those of QM9, H,C,N,O,F)."
              + " Molecules with others are counted and left out.")
  private AtomTypes types;

  /** The architecture of a fresh model. */
  EnfSettings fresh() {
    return settings(new Choice.Fresh(), DEFAULT);
  }

  /** The architecture of a model that goes on; options that differ are told to the choice. */
  EnfSettings resumed(Choice.Resumed choice, EnfSettings before) {
    settings(choice, before);
    return before;
  }

  private EnfSettings settings(Choice choice, EnfSettings otherwise) {
    AtomTypes chosen = choice.of("--types", types, otherwise.types());
    int l = choice.of("--layers", layers, otherwise.dynamics().layers());
    int h = choice.of("--hidden", hidden, otherwise.dynamics().hidden());
    int dl = choice.of("--dequantizer-layers", dequantizerLayers, otherwise.dequantizer().layers());
    int dh = choice.of("--dequantizer-hidden", dequantizerHidden, otherwise.dequantizer().hidden());
    return CommandException.usageIfIllegal(() -> EnfSettings.of(chosen, l, h, dl, dh));
  }
}
