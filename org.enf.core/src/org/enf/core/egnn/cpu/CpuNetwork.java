package org.enf.core.egnn.cpu;

import java.util.ArrayList;
import java.util.List;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.Network;
import org.enf.core.egnn.NetworkSettings;
import org.enf.core.vector.Vector;

/** A network by fused kernels, its blocks shared by the threads of a team. */
final class CpuNetwork implements Network {
  private final NetworkSettings settings;
  private final WeightLayout layout;
  private final Weights weights;
  private final Team team;
  private final List<Worker> workers = new ArrayList<>();
  private final Buffer differences = new Buffer();
  private BatchPlan plan;

  CpuNetwork(NetworkSettings settings, Kernels.Kind kind, Team team) {
    this(settings, kind, team, Tape.MOST_EDGE_ELEMENTS);
  }

  /**
   * A network.
   *
   * @param mostEdgeElements beyond so many elements of a block's edges these are computed again on
   *     the way back
   */
  CpuNetwork(NetworkSettings settings, Kernels.Kind kind, Team team, long mostEdgeElements) {
    this.settings = settings;
    this.team = team;
    Kernels kernels = kind.create();
    layout = new WeightLayout(settings, kernels.matrices().panel());
    weights = new Weights(layout, kernels);
    for (int t = 0; t < team.members(); t++) {
      workers.add(new Worker(weights, kind.create(), mostEdgeElements));
    }
  }

  /** What one thread has for itself. */
  private static final class Worker {
    private final ForwardPass forward;
    private final ReversePass reverse;

    Worker(Weights weights, Kernels kernels, long mostEdgeElements) {
      Tape tape = new Tape(weights.layout(), mostEdgeElements);
      Scratch scratch = new Scratch(weights.layout().width());
      forward = new ForwardPass(weights, kernels, tape, scratch);
      reverse = new ReversePass(weights, kernels, tape, scratch, forward);
    }
  }

  /** What a thread does with a block. */
  private interface Task {
    void run(Worker worker, Block block);
  }

  private void forEachBlock(BatchShape shape, Task task) {
    if (plan == null || !plan.isFor(shape)) {
      plan = new BatchPlan(shape, team.members());
    }
    BatchPlan current = plan;
    team.run(
        current.shares(),
        share -> {
          Worker worker = workers.get(share);
          List<Block> blocks = current.share(share);
          for (int b = 0; b < blocks.size(); b++) {
            task.run(worker, blocks.get(b));
          }
        });
  }

  @Override
  public int inputWidth() {
    return settings.inputWidth();
  }

  @Override
  public int outputWidth() {
    return settings.outputWidth();
  }

  @Override
  public int dimensions() {
    return settings.dimensions();
  }

  @Override
  public int parameterCount() {
    return layout.parameters();
  }

  @Override
  public void setParameters(Vector parameters) {
    weights.load(elements("parameters", parameters, layout.parameters()));
  }

  @Override
  public void value(BatchShape shape, double[] time, Vector input, Vector output) {
    shape.requireTimes(time);
    float[] in = rows("input", shape, input, inputWidth());
    float[] out = rows("output", shape, output, outputWidth());
    forEachBlock(
        shape,
        (worker, block) -> {
          worker.forward.start(block, 0, false);
          worker.forward.loadValue(in, time);
          worker.forward.run();
          worker.forward.store(0, out);
        });
  }

  @Override
  public void jvp(
      BatchShape shape,
      double[] time,
      Vector input,
      Vector tangent,
      Vector output,
      Vector outputTangent) {
    shape.requireTimes(time);
    float[] in = rows("input", shape, input, inputWidth());
    float[] direction = rows("tangent", shape, tangent, inputWidth());
    float[] out = rows("output", shape, output, outputWidth());
    float[] outDirection = rows("output tangent", shape, outputTangent, outputWidth());
    forEachBlock(
        shape,
        (worker, block) -> {
          worker.forward.start(block, 1, false);
          worker.forward.loadValue(in, time);
          worker.forward.loadTangent(direction, 1);
          worker.forward.run();
          worker.forward.store(0, out);
          worker.forward.store(1, outDirection);
        });
  }

  @Override
  public void vjp(
      BatchShape shape,
      double[] time,
      Vector input,
      Vector outputCotangent,
      Vector output,
      Vector inputCotangent) {
    shape.requireTimes(time);
    float[] in = rows("input", shape, input, inputWidth());
    float[] outBar = rows("output cotangent", shape, outputCotangent, outputWidth());
    float[] out = rows("output", shape, output, outputWidth());
    float[] inBar = rows("input cotangent", shape, inputCotangent, inputWidth());
    for (Worker worker : workers) {
      worker.reverse.gradient().start(false);
    }
    forEachBlock(
        shape,
        (worker, block) -> {
          worker.forward.start(block, 0, true);
          worker.forward.loadValue(in, time);
          worker.forward.run();
          worker.forward.store(0, out);
          worker.reverse.run(outBar, null, inBar);
        });
  }

  @Override
  public void reverse(
      BatchShape shape,
      double[] time,
      Vector input,
      Vector tangent,
      Vector outputCotangent,
      Vector tangentCotangent,
      Vector inputCotangent,
      Vector parameterGradient) {
    shape.requireTimes(time);
    float[] in = rows("input", shape, input, inputWidth());
    float[] direction = tangent == null ? null : rows("tangent", shape, tangent, inputWidth());
    float[] outBar = rows("output cotangent", shape, outputCotangent, outputWidth());
    float[] directionBar =
        tangent == null ? null : rows("tangent cotangent", shape, tangentCotangent, outputWidth());
    float[] inBar =
        inputCotangent == null
            ? null
            : rows("input cotangent", shape, inputCotangent, inputWidth());
    float[] gradient =
        parameterGradient == null
            ? null
            : elements("parameter gradient", parameterGradient, layout.parameters());
    for (Worker worker : workers) {
      worker.reverse.gradient().start(gradient != null);
    }
    forEachBlock(
        shape,
        (worker, block) -> {
          worker.forward.start(block, direction == null ? 0 : 1, true);
          worker.forward.loadValue(in, time);
          if (direction != null) {
            worker.forward.loadTangent(direction, 1);
          }
          worker.forward.run();
          worker.reverse.run(outBar, directionBar, inBar);
        });
    if (gradient != null) {
      gather(gradient);
    }
  }

  @Override
  public void leastSquares(
      BatchShape shape,
      double[] time,
      Vector input,
      Vector target,
      double[] columnWeights,
      Vector output,
      Vector parameterGradient) {
    shape.requireTimes(time);
    requireColumns(columnWeights);
    float[] in = rows("input", shape, input, inputWidth());
    float[] wanted = rows("target", shape, target, outputWidth());
    float[] out = rows("output", shape, output, outputWidth());
    float[] gradient = elements("parameter gradient", parameterGradient, layout.parameters());
    float[] outBar = differences.atLeast(out.length);
    for (Worker worker : workers) {
      worker.reverse.gradient().start(true);
    }
    forEachBlock(
        shape,
        (worker, block) -> {
          worker.forward.start(block, 0, true);
          worker.forward.loadValue(in, time);
          worker.forward.run();
          worker.forward.store(0, out);
          weighDifferences(block, out, wanted, columnWeights, outBar);
          worker.reverse.run(outBar, null, null);
        });
    gather(gradient);
  }

  private void weighDifferences(
      Block block, float[] out, float[] wanted, double[] columnWeights, float[] differences) {
    int width = outputWidth();
    int row = block.firstRow();
    for (int i = 0; i < block.nodes(); i++, row++) {
      for (int k = 0; k < width; k++) {
        int at = row * width + k;
        differences[at] = (float) (columnWeights[k] * (out[at] - wanted[at]));
      }
    }
  }

  private void gather(float[] parameterGradient) {
    ParameterGradient sum = workers.get(0).reverse.gradient();
    for (int t = 1; t < workers.size(); t++) {
      sum.add(workers.get(t).reverse.gradient());
    }
    layout.gather(sum.elements(), parameterGradient);
  }

  @Override
  public void trace(BatchShape shape, double[] time, Vector input, Vector output, Vector trace) {
    shape.requireTimes(time);
    if (inputWidth() != outputWidth()) {
      throw new IllegalArgumentException("only a network as wide out as in has a trace");
    }
    float[] in = rows("input", shape, input, inputWidth());
    float[] out = rows("output", shape, output, outputWidth());
    float[] sums = elements("trace", trace, shape.molecules());
    trace.fill(0);
    forEachBlock(
        shape,
        (worker, block) -> {
          List<UnitDirections> groups = block.unitDirections(inputWidth());
          for (int g = 0; g < groups.size(); g++) {
            worker.forward.start(block, groups.get(g));
            worker.forward.loadValue(in, time);
            worker.forward.run();
            worker.forward.addDiagonal(sums);
          }
          worker.forward.store(0, out);
        });
  }

  private static float[] rows(String name, BatchShape shape, Vector vector, int width) {
    return elements(name, vector, shape.atoms() * width);
  }

  private static float[] elements(String name, Vector vector, int length) {
    float[] elements = CpuVector.of(vector);
    if (elements.length != length) {
      throw new IllegalArgumentException(
          "the " + name + " needs " + length + " elements, not " + elements.length);
    }
    return elements;
  }

  /** Nothing to give back: all of it is on the heap. */
  @Override
  public void close() {
    plan = null;
  }
}
