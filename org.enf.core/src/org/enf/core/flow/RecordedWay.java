package org.enf.core.flow;

import org.enf.core.egnn.BatchShape;
import org.enf.core.ode.OdeException;
import org.enf.core.ode.Solution;
import org.enf.core.ode.State;
import org.enf.core.ode.StepRecorder;
import org.enf.core.ode.StopSignal;
import org.enf.core.ode.StoppedException;
import org.enf.core.vector.Vector;

/** A way from data to latent variables that can be gone back once. */
public final class RecordedWay implements AutoCloseable {
  private final ThereAndBack way;
  private final BatchShape shape;
  private final TracedSystem system;
  private final Regularisation regularisation;
  private final Vector parameterGradient;
  private final StepRecorder steps = new StepRecorder();
  private final State end;
  private final ContinuousFlow.Image image;
  private int backwardEvaluations;

  RecordedWay(
      ThereAndBack way,
      BatchShape shape,
      double[] rows,
      TracedSystem system,
      Regularisation regularisation,
      Vector parameterGradient,
      StopSignal stop) {
    this.way = way;
    this.shape = shape;
    this.system = system;
    this.regularisation = regularisation;
    this.parameterGradient = parameterGradient;
    end = system.state(rows);
    try {
      Solution solution = way.there(system, end, steps, stop);
      image =
          ContinuousFlow.imageOf(
              shape, end, 1, system.kineticPart(), system.jacobianPart(), solution);
    } catch (OdeException | StoppedException e) {
      close();
      throw e;
    }
  }

  /** Where the batch went. */
  public ContinuousFlow.Image image() {
    return image;
  }

  /** How often the gradient of the velocity was computed on the way back. */
  public int backwardEvaluations() {
    return backwardEvaluations;
  }

  /**
   * Adds the gradient by the parameters to the vector given before and returns that by the data.
   *
   * @param latentCotangent the gradient by the latent variables
   * @param logDeterminantCotangent the gradient by each log-determinant
   * @throws OdeException if the continuous adjoint fails
   * @throws StoppedException if asked to stop
   */
  public double[] reverse(
      double[] latentCotangent, double[] logDeterminantCotangent, StopSignal stop) {
    return reverse(latentCotangent, logDeterminantCotangent, new double[shape.molecules()], stop);
  }

  /**
   * Adds the gradient by the parameters to the vector given before and returns that by the data.
   *
   * @param latentCotangent the gradient by the latent variables
   * @param logDeterminantCotangent the gradient by each log-determinant
   * @param penaltyCotangent the gradient by each molecule's penalty, the sum of the terms of the
   *     regularisation with their weights
   * @throws OdeException if the continuous adjoint fails
   * @throws StoppedException if asked to stop
   */
  public double[] reverse(
      double[] latentCotangent,
      double[] logDeterminantCotangent,
      double[] penaltyCotangent,
      StopSignal stop) {
    try (State cotangent = system.state(latentCotangent)) {
      cotangent.part(1).write(logDeterminantCotangent);
      writeScaled(cotangent, system.jacobianPart(), regularisation.jacobian(), penaltyCotangent);
      writeScaled(cotangent, system.kineticPart(), regularisation.kinetic(), penaltyCotangent);
      backwardEvaluations = way.back(system, steps, end, cotangent, parameterGradient, stop);
      double[] rowsCotangent = new double[latentCotangent.length];
      cotangent.part(0).read(rowsCotangent);
      return rowsCotangent;
    }
  }

  private static void writeScaled(State target, int part, double factor, double[] values) {
    if (part > 0) {
      double[] scaled = values.clone();
      for (int b = 0; b < scaled.length; b++) {
        scaled[b] *= factor;
      }
      target.part(part).write(scaled);
    }
  }

  @Override
  public void close() {
    system.close();
    steps.close();
    end.close();
  }
}
