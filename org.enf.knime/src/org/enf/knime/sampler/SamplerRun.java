package org.enf.knime.sampler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.enf.core.egnn.Engine;
import org.enf.core.flow.ErrorControl;
import org.enf.core.flow.TraceMethod;
import org.enf.core.model.DrawingSettings;
import org.enf.core.model.EnfModel;
import org.enf.core.model.LikelihoodEvaluator;
import org.enf.core.model.LikelihoodEvaluator.Likelihood;
import org.enf.core.model.LikelihoodEvaluator.Value;
import org.enf.core.model.MoleculeSampler;
import org.enf.core.molecule.Molecule;
import org.enf.core.ode.SolverSettings;
import org.enf.core.ode.StoppedException;
import org.enf.core.text.Words;
import org.enf.knime.execution.NodeStop;
import org.enf.knime.execution.Warnings;
import org.enf.knime.molecule.Judgement;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.KNIMEException;

/** Draws molecules until a table has enough of them. */
final class SamplerRun implements MoleculeSampler.Listener {
  private final SamplerParameters parameters;
  private final EnfModel model;
  private final Engine engine;
  private final ExecutionMonitor exec;
  private final Warnings warnings;
  private final NodeStop stop;
  private final Judgement judgement = new Judgement();
  private final List<Judgement.Result> waiting = new ArrayList<>();
  private SampleTable table;
  private Optional<LikelihoodEvaluator> evaluator = Optional.empty();
  private int drawn;
  private int failed;
  private int withoutValue;
  private String firstReason = "";

  SamplerRun(
      SamplerParameters parameters,
      EnfModel model,
      Engine engine,
      ExecutionMonitor exec,
      Warnings warnings) {
    this.parameters = parameters;
    this.model = model;
    this.engine = engine;
    this.exec = exec;
    this.warnings = warnings;
    stop = new NodeStop(exec);
  }

  /**
   * Fills a table.
   *
   * @throws CanceledExecutionException if the user wants that
   * @throws KNIMEException if the flow fails for all molecules
   */
  void draw(SampleTable into) throws CanceledExecutionException, KNIMEException {
    table = into;
    DrawingSettings settings =
        parameters.solver.drawing(model, parameters.steps, parameters.tolerance);
    long most =
        parameters.keep == Keep.ALL
            ? parameters.count
            : (long) parameters.count * parameters.mostDraws;
    MoleculeSampler.Request request =
        new MoleculeSampler.Request(
            (int) Math.min(Integer.MAX_VALUE, most),
            parameters.seed,
            OptionalInt.empty(),
            parameters.batchSize);
    try (MoleculeSampler sampler = new MoleculeSampler(model, engine, settings)) {
      evaluator = parameters.logLikelihood.trace().map(trace -> evaluator(trace.method(1)));
      sampler.sample(request, this, () -> stop.requested() || enough());
      evaluate();
    } catch (StoppedException e) {
      exec.checkCanceled();
      evaluate();
    } catch (UncheckedIOException e) {
      throw new KNIMEException(e.getCause().getMessage(), e);
    } finally {
      evaluator.ifPresent(LikelihoodEvaluator::close);
    }
    tell(request.count());
  }

  private LikelihoodEvaluator evaluator(TraceMethod trace) {
    return new LikelihoodEvaluator(
        model,
        engine,
        new LikelihoodEvaluator.Settings(
            SolverSettings.PAPER, ErrorControl.PER_MOLECULE, trace, parameters.seed));
  }

  private boolean enough() {
    return table.rows() + waiting.size() >= parameters.count;
  }

  @Override
  public void drawn(int number, List<Molecule> frames) {
    drawn++;
    if (enough()) {
      return;
    }
    Judgement.Result result = judgement.of(frames.get(frames.size() - 1));
    if (!parameters.keep.keeps(result)) {
      show();
      return;
    }
    waiting.add(result);
    if (evaluator.isEmpty() || waiting.size() == parameters.batchSize) {
      evaluate();
    }
    show();
  }

  @Override
  public void failed(int number, String reason) {
    failed++;
    if (failed == 1) {
      firstReason = reason;
    }
    show();
  }

  private void show() {
    int rows = table.rows();
    exec.setProgress(
        (double) rows / parameters.count,
        () ->
            Words.number(rows)
                + " of "
                + Words.count(parameters.count, "molecule")
                + (drawn > rows ? " kept, " + Words.number(drawn) + " drawn" : ""));
  }

  /** Puts those that wait into the table, with their likelihoods if these are wanted. */
  private void evaluate() {
    try {
      if (evaluator.isEmpty()) {
        for (Judgement.Result result : waiting) {
          table.add(result, OptionalDouble.empty());
        }
      } else if (!waiting.isEmpty()) {
        List<Molecule> molecules = waiting.stream().map(Judgement.Result::molecule).toList();
        List<Likelihood> found = evaluator.get().evaluate(molecules, stop);
        for (int i = 0; i < found.size(); i++) {
          table.add(waiting.get(i), logP(found.get(i)));
        }
      }
      waiting.clear();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private OptionalDouble logP(Likelihood likelihood) {
    if (likelihood instanceof Value value) {
      return OptionalDouble.of(value.logLikelihood());
    }
    withoutValue++;
    return OptionalDouble.empty();
  }

  private void tell(int most) throws KNIMEException {
    if (drawn == 0) {
      throw new KNIMEException(
          "The flow failed for all molecules ("
              + firstReason
              + "). Choose the solver \"What fits the model\", a fixed number of steps or a larger"
              + " tolerance; a model that was hardly trained needs more training.");
    }
    if (failed > 0) {
      warnings.add(Words.count(failed, "draw") + " failed, the first because " + firstReason + ".");
    }
    if (parameters.keep != Keep.ALL && table.rows() < parameters.count) {
      warnings.add(
          "Only "
              + Words.number(table.rows())
              + " of "
              + Words.count(parameters.count, "molecule")
              + " could be kept after "
              + Words.number(most)
              + " draws. Allow more draws, or train the model longer.");
    }
    if (withoutValue > 0) {
      warnings.add(
          Words.count(withoutValue, "molecule")
              + " without a log-likelihood: their way back to the noise could not be integrated.");
    }
  }
}
