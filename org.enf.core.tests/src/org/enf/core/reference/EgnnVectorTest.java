package org.enf.core.reference;

import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.Engine;
import org.enf.core.egnn.Network;
import org.enf.core.egnn.Parameter;
import org.enf.core.egnn.ParameterLayout;
import org.enf.core.egnn.nd4j.Nd4jEngine;
import org.enf.core.vector.Precision;
import org.enf.core.vector.Vector;
import org.junit.Before;
import org.junit.Test;

/** The velocity network and its derivatives against the reference's numbers. */
public class EgnnVectorTest {
  private static final double TOLERANCE = 1e-8;

  @Before
  public void vectorsArePresent() {
    Vectors.assumePresent();
  }

  @Test
  public void valueVjpAndGradientsAgreeWithTheReference() throws IOException {
    JsonNode json = Vectors.read("egnn_dynamics_M5_h6.json");
    EgnnSettings settings =
        EgnnSettings.dynamics(3, 6, json.get("n_layers").asInt(), json.get("hidden").asInt());
    BatchShape shape = BatchShape.uniform(1, 5);
    try (Engine engine = new Nd4jEngine(Precision.DOUBLE);
        Network network = engine.egnn(settings);
        Vector parameters =
            engine.vector(Vectors.parameters(json.get("weights"), "", settings));
        Vector input =
            engine.vector(
                Vectors.rows(
                    Vectors.array(json.get("x")), 3, Vectors.array(json.get("h")), 6));
        Vector output = input.sibling();
        Vector vjp = input.sibling()) {
      network.setParameters(parameters);
      for (JsonNode eval : json.get("evals")) {
        double[] time = {eval.get("t").asDouble()};
        network.value(shape, time, input, output);
        double[] f = new double[45];
        output.read(f);
        Vectors.assertClose(
            "velocity",
            Vectors.rows(
                Vectors.array(eval.get("dxdt")), 3, Vectors.array(eval.get("dhdt")), 6),
            f,
            TOLERANCE);
        try (Vector noise = engine.vector(Vectors.array(eval.get("hutchinson_eps")))) {
          network.reverse(shape, time, input, null, noise, null, vjp, null);
          double[] product = new double[45];
          vjp.read(product);
          Vectors.assertClose(
              "vjp", Vectors.array(eval.get("vjp_eps")), product, TOLERANCE);
          assertEquals(
              Vectors.array(eval.get("hutchinson_trace"))[0], vjp.dot(noise), TOLERANCE);
          assertEquals(
              1, vjp.dot(vjp) / Vectors.array(eval.get("frobenius_est"))[0], TOLERANCE);
          if (eval.has("grad_test")) {
            gradientAgrees(eval.get("grad_test"), settings, engine, network, time, input, noise, vjp);
          }
        }
      }
    }
  }

  private static void gradientAgrees(
      JsonNode expected,
      EgnnSettings settings,
      Engine engine,
      Network network,
      double[] time,
      Vector input,
      Vector noise,
      Vector vjp) {
    // L = ⟨w, f⟩ + ⟨ε, Jᵀε⟩ + 0.01 |Jᵀε|²: the gradient by Jᵀε is ε + 0.02 Jᵀε
    BatchShape shape = BatchShape.uniform(1, 5);
    ParameterLayout layout = ParameterLayout.of(settings);
    try (Vector weights = engine.vector(Vectors.array(expected.get("w")));
        Vector direction = input.sibling();
        Vector inputGradient = input.sibling();
        Vector gradient = engine.vector(layout.length())) {
      direction.set(noise);
      direction.add(0.02, vjp);
      network.reverse(shape, time, input, direction, weights, noise, inputGradient, gradient);
      double[] all = new double[layout.length()];
      gradient.read(all);
      double[] byState = new double[45];
      inputGradient.read(byState);
      Vectors.assertClose(
          "gradient by the state", Vectors.array(expected.get("dL_dxh")), byState, TOLERANCE);
      JsonNode byName = expected.get("dL_dweights");
      for (Parameter parameter : layout.parameters()) {
        double[] block = new double[parameter.length()];
        System.arraycopy(all, parameter.offset(), block, 0, block.length);
        double[] wanted = Vectors.array(byName.get(parameter.name()));
        double[] used = new double[block.length];
        System.arraycopy(wanted, 0, used, 0, block.length);
        Vectors.assertClose(parameter.name(), used, block, TOLERANCE);
      }
    }
  }
}
