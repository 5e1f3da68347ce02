package org.enf.core.cli;

import java.util.Iterator;
import org.enf.core.dequantization.Dequantization;
import org.enf.core.dequantization.EnfSettings;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.GnnSettings;
import org.enf.core.egnn.NetworkSettings;
import org.enf.core.flow.ActNorm.PositionFreedom;
import org.enf.core.flow.Orientation;
import org.enf.core.molecule.AtomTypes;
import org.enf.core.molecule.Molecule;
import picocli.CommandLine.Option;

/** The options that say what is trained. */
final class ModelOptions {
  @Option(
      names = "--method",
      paramLabel = "NAME",
      completionCandidates = MethodNames.class,
      description =
          "Velocity network: ${COMPLETION-CANDIDATES} (default: enf). gnf and gnf-att, without and"
              + " with attention, are the paper's baselines without equivariance.")
  private String method;

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
      names = "--coordinate-range",
      paramLabel = "X",
      description =
          "Range of the coordinate weights of all layers together, 0 for no limit (default: 15);"
              + " for --method enf.")
  private Double coordinateRange;

  @Option(
      names = "--dequantization",
      paramLabel = "KIND",
      description =
          "How types and charges become continuous: argmax, as the paper; variational, noise of a"
              + " network; uniform or gaussian, noise without a network (default: argmax, with"
              + " --objective fm gaussian).")
  private String dequantization;

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

  @Option(
      names = "--reference-actnorm",
      description =
          "Let the ActNorm's log-determinant count 3M positions, as the E-NF's released code does,"
              + " in place of the 3(M - 1) that they have without their mean.")
  private boolean referenceActNorm;

  @Option(
      names = "--orientation",
      paramLabel = "WAY",
      description =
          "Which way along the flow the layers of the velocity network move the atoms: to-latent,"
              + " as the paper; or to-data (default: to-latent, with --objective fm to-data).")
  private String orientation;

  /** The velocity networks, by the names of the paper's Table 1. */
  private enum Method {
    ENF,
    GNF,
    GNF_ATT;

    static Method of(NetworkSettings network) {
      return network instanceof EgnnSettings ? ENF : network.attention() ? GNF_ATT : GNF;
    }
  }

  /** The names of the methods, for the help. */
  static final class MethodNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return EnumText.all(Method.class).iterator();
    }
  }

  /**
   * The architecture of a fresh model.
   *
   * @param otherwise what no option names
   */
  EnfSettings fresh(EnfSettings otherwise) {
    return settings(new Choice.Fresh(), otherwise);
  }

  /** The architecture of a model that goes on; options that differ are told to the choice. */
  EnfSettings resumed(Choice.Resumed choice, EnfSettings before) {
    settings(choice, before);
    return before;
  }

  private EnfSettings settings(Choice choice, EnfSettings otherwise) {
    AtomTypes chosen = choice.of("--types", types, otherwise.types());
    Dequantization kind =
        choice.of(
            "--dequantization",
            EnumText.parse(Dequantization.class, "dequantization", dequantization),
            otherwise.dequantization());
    PositionFreedom freedom =
        choice.of(
            "the ActNorm's count",
            referenceActNorm ? PositionFreedom.AMBIENT : null,
            otherwise.freedom());
    Orientation way =
        choice.of(
            "--orientation",
            EnumText.parse(Orientation.class, "orientation", orientation),
            otherwise.orientation());
    int features = chosen.size() + 1;
    return CommandException.usageIfIllegal(
        () -> {
          EnfSettings settings =
              new EnfSettings(
                  chosen,
                  dynamics(choice, otherwise.dynamics(), features),
                  kind,
                  dequantizer(choice, kind, otherwise.dequantizer(), features),
                  freedom,
                  way);
          // counting finds networks that are too large for any array
          settings.parameterCount();
          return settings;
        });
  }

  /** The dequantizer's network, null if the dequantization has none. */
  private EgnnSettings dequantizer(
      Choice choice, Dequantization kind, EgnnSettings otherwise, int features) {
    if (!kind.hasNetwork()) {
      if (dequantizerLayers != null || dequantizerHidden != null) {
        throw CommandException.usage(
            "--dequantizer-layers and --dequantizer-hidden belong to --dequantization argmax or"
                + " variational");
      }
      return null;
    }
    int l =
        choice.of(
            "--dequantizer-layers",
            dequantizerLayers,
            otherwise == null ? EnfSettings.DEQUANTIZER_LAYERS : otherwise.layers());
    int h =
        choice.of(
            "--dequantizer-hidden",
            dequantizerHidden,
            otherwise == null ? EnfSettings.DEQUANTIZER_HIDDEN : otherwise.hidden());
    try {
      return EgnnSettings.dequantizer(Molecule.DIMENSIONS, features, l, h);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the dequantizer: " + e.getMessage(), e);
    }
  }

  private NetworkSettings dynamics(Choice choice, NetworkSettings otherwise, int features) {
    Method chosen =
        choice.of("--method", EnumText.parse(Method.class, "method", method), Method.of(otherwise));
    int l = choice.of("--layers", layers, otherwise.layers());
    int h = choice.of("--hidden", hidden, otherwise.hidden());
    if (chosen != Method.ENF) {
      if (coordinateRange != null) {
        throw CommandException.usage("--coordinate-range belongs to --method enf");
      }
      return GnnSettings.dynamics(Molecule.DIMENSIONS, features, l, h, chosen == Method.GNF_ATT);
    }
    double range =
        choice.of(
            "--coordinate-range",
            coordinateRange,
            otherwise instanceof EgnnSettings egnn
                ? egnn.coordinateRange()
                : EgnnSettings.PAPER_COORDINATE_RANGE);
    return new EgnnSettings(Molecule.DIMENSIONS, features, features, l, h, true, true, true, range);
  }
}
