package org.enf.core.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.enf.core.dequantization.EnfSettings;
import org.enf.core.dequantization.SizeDistribution;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.file.Fingerprint;
import org.enf.core.flow.ActNorm.PositionFreedom;
import org.enf.core.model.ReferenceNames.Place;
import org.enf.core.model.safetensors.DType;
import org.enf.core.model.safetensors.SafetensorsException;
import org.enf.core.model.safetensors.SafetensorsFile;
import org.enf.core.model.safetensors.SafetensorsReader;
import org.enf.core.model.safetensors.SafetensorsWriter;
import org.enf.core.model.safetensors.Tensor;
import org.enf.core.molecule.AtomTypes;
import org.enf.core.molecule.Molecule;

/**
 * Weights as the E-NF's released code has them: a safetensors file with the names and shapes of its
 * state dict.
 *
 * <p>Such a file says nothing of elements and p(M); without metadata of {@link #write} they are
 * those of QM9: H, C, N, O, F, and the sizes of the 100,000 training molecules.
 */
public final class ReferenceWeights {
  private static final String FREEDOM = "enf.actnorm_positions";
  private static final String SOURCE = "source";
  private static final int LONGEST_SOURCE = 1000;

  private ReferenceWeights() {}

  /**
   * Makes a model of a file of weights; the numbers of layers and features follow from the tensors'
   * shapes.
   *
   * @param freedom what the ActNorm's log-determinant counts; without it, what the file says, else
   *     the dimension of the zero-mean subspace
   * @throws SafetensorsException if the file is damaged, or a tensor is missing or wrong
   * @throws ModelFileException if a tensor does not belong to such a model
   * @throws IOException if it cannot be read
   */
  public static EnfModel read(Path path, Optional<PositionFreedom> freedom) throws IOException {
    SafetensorsFile file = SafetensorsReader.read(path);
    EnfSettings settings = settings(file, freedom);
    Map<String, Place> places = ReferenceNames.places(settings);
    requireConstants(file);
    requireNothingElse(file, places.keySet());
    double[] parameters = parameters(file, places, settings.parameterCount());
    SizeDistribution sizes =
        file.metadata().containsKey(ModelMetadata.SIZE_DISTRIBUTION)
            ? ModelMetadata.sizes(file)
            : Qm9Sizes.distribution();
    return new EnfModel(
        settings,
        sizes,
        parameters,
        new Provenance.Imported(
            LibraryVersion.CURRENT,
            String.valueOf(path.getFileName()),
            Fingerprint.of(path),
            source(file),
            Map.of()));
  }

  private static String source(SafetensorsFile file) {
    String source = file.metadata().getOrDefault(SOURCE, "");
    return source.substring(0, Math.min(source.length(), LONGEST_SOURCE));
  }

  private static EnfSettings settings(SafetensorsFile file, Optional<PositionFreedom> freedom)
      throws IOException {
    AtomTypes types =
        file.metadata().containsKey(ModelMetadata.ATOM_TYPES)
            ? ModelMetadata.types(file)
            : AtomTypes.QM9;
    int features = types.size() + 1;
    try {
      return new EnfSettings(
          types,
          EgnnSettings.dynamics(
              Molecule.DIMENSIONS,
              features,
              layers(file, ReferenceNames.DYNAMICS),
              hidden(file, ReferenceNames.DYNAMICS)),
          EgnnSettings.dequantizer(
              Molecule.DIMENSIONS,
              features,
              layers(file, ReferenceNames.DEQUANTIZER),
              hidden(file, ReferenceNames.DEQUANTIZER)),
          freedom.isPresent() ? freedom.get() : freedom(file));
    } catch (IllegalArgumentException e) {
      throw new ModelFileException(
          file.origin() + ": its tensors make no model: " + e.getMessage(), e);
    }
  }

  private static PositionFreedom freedom(SafetensorsFile file) throws ModelFileException {
    String said = file.metadata().getOrDefault(FREEDOM, PositionFreedom.ZERO_MEAN.name());
    return Arrays.stream(PositionFreedom.values())
        .filter(value -> value.name().equals(said))
        .findAny()
        .orElseThrow(
            () ->
                new ModelFileException(
                    file.origin() + ": " + FREEDOM + " cannot be '" + said + "'", null));
  }

  /**
   * The number of layers that begin; if one of them is not whole, reading names what is missing.
   */
  private static int layers(SafetensorsFile file, String network) {
    int layers = 1;
    while (file.tensors().containsKey(network + "egnn.gcl_" + layers + ".edge_mlp.0.weight")) {
      layers++;
    }
    return layers;
  }

  private static int hidden(SafetensorsFile file, String network) throws IOException {
    String name = network + "egnn.embedding.weight";
    Tensor embedding = file.require(name);
    if (embedding.shape().length != 2 || embedding.size() == 0) {
      throw new ModelFileException(
          file.origin() + ": the tensor '" + name + "' is no matrix of numbers, but " + embedding,
          null);
    }
    return (int) embedding.shape()[0];
  }

  private static void requireConstants(SafetensorsFile file) throws IOException {
    if (file.require(ReferenceNames.INITIALISED, DType.F32).toFloats()[0] == 0) {
      throw new ModelFileException(
          file.origin()
              + ": the tensor '"
              + ReferenceNames.INITIALISED
              + "' says that the ActNorm never saw data; train the model first",
          null);
    }
    for (var time : ReferenceNames.TIMES.entrySet()) {
      float[] expected = time.getValue();
      float[] found = file.require(time.getKey(), DType.F32, expected.length).toFloats();
      if (!Arrays.equals(expected, found)) {
        throw new ModelFileException(
            file.origin()
                + ": the tensor '"
                + time.getKey()
                + "' must be "
                + Arrays.toString(expected)
                + ", not "
                + Arrays.toString(found),
            null);
      }
    }
  }

  private static void requireNothingElse(SafetensorsFile file, Set<String> parameters)
      throws ModelFileException {
    Set<String> known = new HashSet<>(parameters);
    known.addAll(ReferenceNames.TIMES.keySet());
    known.add(ReferenceNames.INITIALISED);
    for (String name : file.tensors().keySet()) {
      if (!known.contains(name)) {
        throw new ModelFileException(
            file.origin()
                + ": the tensor '"
                + name
                + "' does not belong to the E-NF's released model; use a file of its weights",
            null);
      }
    }
  }

  private static double[] parameters(SafetensorsFile file, Map<String, Place> places, int count)
      throws SafetensorsException {
    // all are checked before memory is taken for them
    List<String> names = new ArrayList<>();
    for (var place : places.entrySet()) {
      file.require(place.getKey(), DType.F32, place.getValue().shape());
      names.add(place.getKey());
    }
    file.requireFinite(names);
    double[] parameters = new double[count];
    for (var entry : places.entrySet()) {
      Place place = entry.getValue();
      double[] values = file.require(entry.getKey()).toDoubles();
      System.arraycopy(values, 0, parameters, place.offset(), place.length());
    }
    return parameters;
  }

  /**
   * Writes the weights of a model; elements, p(M) and the ActNorm's count stand in the metadata.
   *
   * @throws IllegalArgumentException if the released code has no such model
   * @throws IOException if the file cannot be written; a file of that name stays as it was
   */
  public static void write(EnfModel model, Path path) throws IOException {
    EnfSettings settings = model.settings();
    requireReleasedArchitecture(settings);
    Map<String, Tensor> tensors = new TreeMap<>();
    ReferenceNames.places(settings)
        .forEach((name, place) -> tensors.put(name, tensor(model.parameters(), place)));
    tensors.put(ReferenceNames.INITIALISED, Tensor.float32(new float[] {1}));
    ReferenceNames.TIMES.forEach(
        (name, times) -> tensors.put(name, Tensor.float32(times, times.length)));
    SafetensorsFile.Builder file = SafetensorsFile.builder(path.toString());
    file.metadata("layers", Integer.toString(settings.dynamics().layers()));
    file.metadata("hidden_nf", Integer.toString(settings.dynamics().hidden()));
    file.metadata("dequantizer_layers", Integer.toString(settings.dequantizer().layers()));
    file.metadata("dequantizer_nf", Integer.toString(settings.dequantizer().hidden()));
    file.metadata(SOURCE, "enf " + LibraryVersion.CURRENT);
    ModelMetadata.put(file, settings.types());
    ModelMetadata.put(file, model.sizes());
    file.metadata(FREEDOM, settings.freedom().name());
    tensors.forEach(file::tensor);
    SafetensorsWriter.write(file.build(), path);
  }

  private static Tensor tensor(double[] parameters, Place place) {
    float[] values = new float[place.size()];
    for (int i = 0; i < place.length(); i++) {
      values[i] = (float) parameters[place.offset() + i];
    }
    return Tensor.float32(values, place.shape());
  }

  private static void requireReleasedArchitecture(EnfSettings settings) {
    if (settings.dequantizer() == null) {
      throw new IllegalArgumentException(
          "only the paper's E-NF can be exported, with argmax dequantization, not "
              + settings.dequantization().words());
    }
    EnfSettings released =
        new EnfSettings(
            settings.types(),
            EgnnSettings.dynamics(
                Molecule.DIMENSIONS,
                settings.features(),
                settings.dynamics().layers(),
                settings.dynamics().hidden()),
            EgnnSettings.dequantizer(
                Molecule.DIMENSIONS,
                settings.features(),
                settings.dequantizer().layers(),
                settings.dequantizer().hidden()),
            settings.freedom());
    if (!settings.equals(released)) {
      throw new IllegalArgumentException(
          "only the paper's E-NF can be exported, with attention, input distances, layers that"
              + " move atoms to the latent variables and coordinate range "
              + EgnnSettings.PAPER_COORDINATE_RANGE);
    }
  }
}
