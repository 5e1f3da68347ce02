package org.knime.core.webui.data;

import java.util.HashMap;
import java.util.Map;

/** Lets a page call the public methods of objects by JSON-RPC 2.0. */
public final class RpcDataService extends AbstractDataService {
  private final Object unnamed;
  private final Map<String, Object> named;

  private RpcDataService(RpcDataServiceBuilder builder) {
    super(builder);
    unnamed = builder.unnamed;
    named = Map.copyOf(builder.named);
    if (unnamed != null && !named.isEmpty()) {
      throw new IllegalStateException(
          "Having named and unnamed handlers at the same time is not supported at the moment.");
    } else if (unnamed == null && named.isEmpty()) {
      throw new IllegalStateException("No handler was supplied to this RPCDataService");
    }
  }

  /** Answers a request. */
  public String handleRpcRequest(String request) {
    return new JsonRpc(this::getHandler).answer(request);
  }

  /** The object with this name; the one without a name, whatever name is given. */
  public Object getHandler(String name) {
    return unnamed != null ? unnamed : named.get(name);
  }

  /** Starts a service with one object. */
  public static <S> RpcDataServiceBuilder builder(S handler) {
    return new RpcDataServiceBuilder(handler);
  }

  /** Starts a service with several objects. */
  public static RpcDataServiceBuilder builder() {
    return new RpcDataServiceBuilder(null);
  }

  /** Makes a service. */
  public static final class RpcDataServiceBuilder extends AbstractDataServiceBuilder {
    private final Object unnamed;
    private final Map<String, Object> named = new HashMap<>();

    private RpcDataServiceBuilder(Object unnamed) {
      this.unnamed = unnamed;
    }

    /** Adds an object. */
    public RpcDataServiceBuilder addService(String name, Object handler) {
      named.put(name, handler);
      return this;
    }

    @Override
    public RpcDataServiceBuilder onDispose(Runnable dispose) {
      super.onDispose(dispose);
      return this;
    }

    @Override
    public RpcDataServiceBuilder onDeactivate(Runnable deactivate) {
      super.onDeactivate(deactivate);
      return this;
    }

    /** Makes it. */
    public RpcDataService build() {
      return new RpcDataService(this);
    }
  }
}
