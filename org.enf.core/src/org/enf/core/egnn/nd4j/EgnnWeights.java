package org.enf.core.egnn.nd4j;

import java.util.ArrayList;
import java.util.List;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.Parameter;
import org.enf.core.egnn.ParameterLayout;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The linear maps of an EGNN; those on joined inputs are split so that nothing has to be joined.
 */
final class EgnnWeights implements AutoCloseable {
  final LinearMap embedding;

  /** Null if no features come out. */
  final LinearMap embeddingOut;

  final List<Layer> layers = new ArrayList<>();

  private final List<LinearMap> all = new ArrayList<>();
  private final ParameterLayout layout;
  private final DataType type;

  EgnnWeights(EgnnSettings settings, ParameterLayout layout, DataType type) {
    this.layout = layout;
    this.type = type;
    int hidden = settings.hidden();
    embedding = whole("egnn.embedding");
    embeddingOut = settings.outputFeatures() > 0 ? whole("egnn.embedding_out") : null;
    for (int l = 0; l < settings.layers(); l++) {
      String name = "egnn.gcl_" + l;
      layers.add(
          new Layer(
              part(name + ".edge_mlp.0", 0, hidden, false),
              part(name + ".edge_mlp.0", hidden, hidden, false),
              part(name + ".edge_mlp.0", 2 * hidden, settings.distances(), true),
              whole(name + ".edge_mlp.2"),
              settings.attention() ? whole(name + ".att_mlp.0") : null,
              whole(name + ".coord_mlp.0"),
              part(name + ".coord_mlp.2", 0, hidden, false),
              part(name + ".node_mlp.0", 0, hidden, true),
              part(name + ".node_mlp.0", hidden, hidden, false),
              whole(name + ".node_mlp.2")));
    }
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
   * One layer: of the first edge map the parts for hᵢ, hⱼ and the squared distances, of the first
   * node map those for hᵢ and the sum of messages; {@code attention} is null if there is no gate.
   */
  record Layer(
      LinearMap edgeReceiver,
      LinearMap edgeSender,
      LinearMap edgeDistances,
      LinearMap edgeSecond,
      LinearMap attention,
      LinearMap coordinateFirst,
      LinearMap coordinateSecond,
      LinearMap nodeOwn,
      LinearMap nodeMessages,
      LinearMap nodeSecond) {}
}
