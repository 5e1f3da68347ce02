package org.enf.core.model;

import java.util.ArrayList;
import java.util.List;
import org.enf.core.dequantization.EnfSettings;
import org.enf.core.egnn.NetworkSettings;
import org.enf.core.egnn.Parameter;
import org.enf.core.egnn.ParameterLayout;
import org.enf.core.model.safetensors.DType;
import org.enf.core.model.safetensors.SafetensorsException;
import org.enf.core.model.safetensors.SafetensorsFile;
import org.enf.core.model.safetensors.Tensor;

/** The parameters of a model, or numbers that go with them one by one, as named tensors. */
final class ParameterTensors {
  private final List<Block> blocks = new ArrayList<>();
  private final int length;

  ParameterTensors(EnfSettings settings) {
    int offset = 0;
    ParameterLayout dynamics = ParameterLayout.of(settings.dynamics());
    addAll("dynamics.", dynamics, offset);
    offset += dynamics.length();
    blocks.add(new Block("actnorm.x_log_s", offset, 1, 1));
    blocks.add(new Block("actnorm.h_t", offset + 1, settings.features(), settings.features()));
    blocks.add(
        new Block(
            "actnorm.h_log_s",
            offset + 1 + settings.features(),
            settings.features(),
            settings.features()));
    offset += settings.actNormParameters();
    if (settings.dequantizer() != null) {
      addAll("dequantizer.", ParameterLayout.of(settings.dequantizer()), offset);
    }
    length = settings.parameterCount();
  }

  /** Those of a network alone. */
  ParameterTensors(NetworkSettings network) {
    ParameterLayout layout = ParameterLayout.of(network);
    addAll("dynamics.", layout, 0);
    length = layout.length();
  }

  private void addAll(String prefix, ParameterLayout layout, int offset) {
    for (Parameter parameter : layout.parameters()) {
      int[] shape = parameter.shape();
      long[] dimensions = new long[shape.length];
      for (int i = 0; i < shape.length; i++) {
        dimensions[i] = shape[i];
      }
      blocks.add(
          new Block(
              prefix + parameter.name(),
              offset + parameter.offset(),
              parameter.length(),
              dimensions));
    }
  }

  void write(String prefix, double[] values, DType type, SafetensorsFile.Builder file) {
    for (Block block : blocks) {
      double[] part = new double[block.length];
      System.arraycopy(values, block.offset, part, 0, part.length);
      file.tensor(
          prefix + block.name,
          type == DType.F64
              ? Tensor.float64(part, block.shape)
              : Tensor.float32(toFloats(part), block.shape));
    }
  }

  /**
   * Reads the tensors, which must all be there with the right type and shape and finite.
   *
   * @throws SafetensorsException if one is not
   */
  double[] read(String prefix, DType type, SafetensorsFile file) throws SafetensorsException {
    // all are checked before memory is taken for them
    List<String> names = new ArrayList<>();
    for (Block block : blocks) {
      file.require(prefix + block.name, type, block.shape);
      names.add(prefix + block.name);
    }
    file.requireFinite(names);
    double[] values = new double[length];
    for (Block block : blocks) {
      double[] part = file.require(prefix + block.name, type, block.shape).toDoubles();
      System.arraycopy(part, 0, values, block.offset, part.length);
    }
    return values;
  }

  /**
   * Checks that a file has no tensors but these.
   *
   * @throws ModelFileException if it has
   */
  void requireNoOthers(SafetensorsFile file) throws ModelFileException {
    if (file.tensors().size() != blocks.size()) {
      throw new ModelFileException(
          file.origin()
              + ": "
              + (file.tensors().size() - blocks.size())
              + " tensors do not belong to the model that its metadata describe",
          null);
    }
  }

  /** The tensors in the order in which they stand in the array of all parameters. */
  List<Block> blocks() {
    return List.copyOf(blocks);
  }

  /** The number of tensors. */
  int count() {
    return blocks.size();
  }

  private static float[] toFloats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  /**
   * One tensor.
   *
   * @param offset where its elements begin in the array of all parameters
   */
  record Block(String name, int offset, int length, long... shape) {}
}
