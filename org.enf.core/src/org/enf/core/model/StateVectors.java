package org.enf.core.model;

import java.util.List;
import org.enf.core.model.safetensors.DType;
import org.enf.core.model.safetensors.SafetensorsException;
import org.enf.core.model.safetensors.SafetensorsFile;
import org.enf.core.model.safetensors.Tensor;

/**
 * How the numbers of a training state that go with the parameters one by one stand in a file, in
 * double precision.
 */
sealed interface StateVectors {
  /** Writes such numbers under names that begin with a prefix. */
  void write(String prefix, double[] values, SafetensorsFile.Builder file);

  /**
   * Reads what was written under a prefix.
   *
   * @throws SafetensorsException if it is not all there with the right type and shape and finite
   */
  double[] read(String prefix, SafetensorsFile file) throws SafetensorsException;

  /** The number of tensors that hold them. */
  int count();

  /**
   * A tensor for each parameter, with its name.
   *
   * @param tensors of the model
   */
  record Named(ParameterTensors tensors) implements StateVectors {
    @Override
    public void write(String prefix, double[] values, SafetensorsFile.Builder file) {
      tensors.write(prefix, values, DType.F64, file);
    }

    @Override
    public double[] read(String prefix, SafetensorsFile file) throws SafetensorsException {
      return tensors.read(prefix, DType.F64, file);
    }

    @Override
    public int count() {
      return tensors.count();
    }
  }

  /**
   * One tensor for all parameters, which need no names then.
   *
   * @param length the number of parameters
   */
  record Flat(int length) implements StateVectors {
    private static final String NAME = "parameters";

    @Override
    public void write(String prefix, double[] values, SafetensorsFile.Builder file) {
      file.tensor(prefix + NAME, Tensor.float64(values, length));
    }

    @Override
    public double[] read(String prefix, SafetensorsFile file) throws SafetensorsException {
      Tensor tensor = file.require(prefix + NAME, DType.F64, length);
      file.requireFinite(List.of(prefix + NAME));
      return tensor.toDoubles();
    }

    @Override
    public int count() {
      return 1;
    }
  }
}
