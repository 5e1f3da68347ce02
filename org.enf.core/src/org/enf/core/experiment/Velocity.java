package org.enf.core.experiment;

import java.util.Optional;
import java.util.function.Function;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.Engine;
import org.enf.core.egnn.GnnSettings;
import org.enf.core.egnn.Network;
import org.enf.core.egnn.NetworkSettings;
import org.enf.core.egnn.ParameterLayout;
import org.enf.core.experiment.Experiment.NetworkSize;
import org.enf.core.flow.Orientation;
import org.enf.core.koehler.KernelDynamics;
import org.enf.core.koehler.PairDynamics;
import org.enf.core.koehler.SimpleDynamics;
import org.enf.core.training.Initialisation;

/**
 * The velocity of positions in a method, and how its parameters begin.
 *
 * @param settings of a network of an engine; none for Köhler's dynamics
 * @param orientation which way the layers move the atoms
 * @param make makes the velocity; the caller closes it
 * @param initialise makes fresh parameters
 */
record Velocity(
    Optional<NetworkSettings> settings,
    Orientation orientation,
    Function<Engine, Network> make,
    Initialisation initialise) {
  static Velocity of(Experiment experiment, Method method, NetworkSize size) {
    return switch (method) {
      case ENF, ENF_TO_DATA, ENF_FM ->
          of(EgnnSettings.dynamics(size.dimensions(), 0, size.layers(), size.hidden()))
              .with(method.orientation());
      case GNF ->
          of(GnnSettings.dynamics(size.dimensions(), 0, size.layers(), size.hidden(), false));
      case GNF_ATT, GNF_ATT_AUG ->
          of(GnnSettings.dynamics(size.dimensions(), 0, size.layers(), size.hidden(), true));
      case SIMPLE -> of(SimpleDynamics.paper(size.dimensions()));
      case KERNEL ->
          of(
              experiment == Experiment.LJ13
                  ? KernelDynamics.lennardJones(size.dimensions())
                  : KernelDynamics.paper(size.dimensions()));
    };
  }

  private static Velocity of(NetworkSettings settings) {
    return new Velocity(
        Optional.of(settings),
        Orientation.TO_LATENT,
        engine -> engine.network(settings),
        ParameterLayout.of(settings)::initialise);
  }

  private static Velocity of(PairDynamics dynamics) {
    return new Velocity(
        Optional.empty(),
        Orientation.TO_LATENT,
        engine -> dynamics.network(),
        dynamics::initialise);
  }

  private Velocity with(Orientation other) {
    return new Velocity(settings, other, make.andThen(other::velocity), initialise);
  }
}
