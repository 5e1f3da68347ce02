package org.knime.core.webui.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.function.Supplier;
import org.knime.core.node.NodeLogger;
import org.knime.core.webui.data.rpc.json.impl.ObjectMapperUtil;

/**
 * Gives a page its data at the start.
 *
 * @param <D> their type
 */
public final class InitialDataService<D> extends AbstractDataService {
  private final Supplier<D> data;
  private final Serializer<D> serializer;
  private final ObjectMapper mapper = ObjectMapperUtil.getInstance().getObjectMapper();

  private InitialDataService(InitialDataServiceBuilder<D> builder) {
    data = builder.data;
    serializer = builder.serializer == null ? this::json : builder.serializer;
  }

  private String json(D object) throws JsonProcessingException {
    return object instanceof String text ? text : mapper.writeValueAsString(object);
  }

  /** The data as JSON: {@code result}, or {@code internalError}. */
  public String getInitialData() {
    ObjectNode root = mapper.createObjectNode();
    try {
      root.set("result", tree(serializer.serialize(data.get())));
    } catch (IOException | RuntimeException | LinkageError e) {
      // Whatever goes wrong is for the page to show.
      root.set("internalError", mapper.valueToTree(ErrorData.of(e)));
      NodeLogger.getLogger(InitialDataService.class).error(root.toString());
    }
    return root.toString();
  }

  private JsonNode tree(String text) throws IOException {
    try {
      return mapper.readTree(text);
    } catch (StreamConstraintsException e) {
      throw new IOException(
          "The initial value for this view is too large to process. Please verify if the output is"
              + " expected to be this large.",
          e);
    } catch (JsonProcessingException e) {
      // Text that is no JSON is data, too.
      return TextNode.valueOf(text);
    }
  }

  /**
   * Starts a service.
   *
   * @param <D> the type of the data
   */
  public static <D> InitialDataServiceBuilder<D> builder(Supplier<D> dataSupplier) {
    return new InitialDataServiceBuilder<>(dataSupplier);
  }

  /**
   * Makes a service.
   *
   * @param <D> the type of the data
   */
  public static final class InitialDataServiceBuilder<D> extends AbstractDataServiceBuilder {
    private final Supplier<D> data;
    private Serializer<D> serializer;

    private InitialDataServiceBuilder(Supplier<D> data) {
      this.data = data;
    }

    /** Sets how the data become text; as JSON unless given. */
    public InitialDataServiceBuilder<D> serializer(Serializer<D> serializer) {
      this.serializer = serializer;
      return this;
    }

    /** Makes it. */
    public InitialDataService<D> build() {
      return new InitialDataService<>(this);
    }
  }

  /**
   * Makes text of data.
   *
   * @param <D> their type
   */
  @FunctionalInterface
  public interface Serializer<D> {
    /**
     * Makes it.
     *
     * @throws IOException if that fails
     */
    String serialize(D obj) throws IOException;
  }
}
