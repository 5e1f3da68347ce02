package org.enf.core.egnn.nd4j;

import java.util.ArrayList;
import java.util.List;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.NetworkSettings;
import org.enf.core.egnn.Parameter;
import org.enf.core.egnn.ParameterLayout;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The linear maps of a network; those on joined inputs are split so that nothing has to be joined.
 */
final class NetworkWeights implements AutoCloseable {
  final LinearMap embedding;

  /** Null if no features come out of an EGNN. */
  final LinearMap embeddingOut;

  final List<Layer> layers = new ArrayList<>();

  private final List<LinearMap> all = new ArrayList<>();
  private final ParameterLayout layout;
  private final DataType type;

  NetworkWeights(NetworkSettings settings, ParameterLayout layout, DataType type) {
    this.layout = layout;
    this.type = type;
    EgnnSettings egnn = settings instanceof EgnnSettings e ? e : null;
    String network = egnn == null ? "gnn" : "egnn";
    embedding = whole(network + ".embedding");
    embeddingOut =
        egnn == null || egnn.outputFeatures() > 0 ? whole(network + ".embedding_out") : null;
    for (int l = 0; l < settings.layers(); l++) {
      layers.add(layer(network + ".gcl_" + l, settings.hidden(), settings.attention(), egnn));
    }
  }

  private Layer layer(String name, int hidden, boolean attention, EgnnSettings egnn) {
    return new Layer(
        part(name + ".edge_mlp.0", 0, hidden, true),
        part(name + ".edge_mlp.0", hidden, hidden, false),
        whole(name + ".edge_mlp.2"),
        attention ? whole(name + ".att_mlp.0") : null,
        part(name + ".node_mlp.0", 0, hidden, true),
        part(name + ".node_mlp.0", hidden, hidden, false),
        whole(name + ".node_mlp.2"),
        egnn == null ? null : coordinates(name, egnn));
  }

  private Coordinates coordinates(String name, EgnnSettings egnn) {
    int hidden = egnn.hidden();
    return new Coordinates(
        part(name + ".edge_mlp.0", 2 * hidden, egnn.distances(), false),
        whole(name + ".coord_mlp.0"),
        part(name + ".coord_mlp.2", 0, hidden, false));
  }

  void load(INDArray parameters) {
    for (LinearMap map : all) {
      map.load(parameters);
    }
  }

  /** Adds the collected gradients to {@code gradient}, or drops them if that is null. */
  void flush(INDArray gradient) {
    for (LinearMap map : all) {
      map.flush(gradient);
    }
  }

  @Override
  public void close() {
    for (LinearMap map : all) {
      map.close();
    }
  }

  private LinearMap whole(String name) {
    return part(name, 0, layout.get(name + ".weight").columns(), true);
  }

  private LinearMap part(String name, int firstColumn, int columns, boolean withBias) {
    Parameter bias = withBias ? layout.get(name + ".bias") : null;
    LinearMap map = new LinearMap(type, layout.get(name + ".weight"), firstColumn, columns, bias);
    all.add(map);
    return map;
  }

  /**
   * One layer: of the first edge map the parts for hᵢ and hⱼ, of the first node map those for hᵢ
   * and the sum of messages; {@code attention} is null if there is no gate, {@code coordinates} in
   * a network without equivariance.
   */
  record Layer(
      LinearMap edgeReceiver,
      LinearMap edgeSender,
      LinearMap edgeSecond,
      LinearMap attention,
      LinearMap nodeOwn,
      LinearMap nodeMessages,
      LinearMap nodeSecond,
      Coordinates coordinates) {}

  /** What an EGNN layer has beyond: the part of the first edge map for distances, and φₓ. */
  record Coordinates(LinearMap edgeDistances, LinearMap first, LinearMap second) {}
}
