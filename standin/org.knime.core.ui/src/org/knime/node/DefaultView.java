package org.knime.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.port.PortObject;
import org.knime.core.webui.data.DataService.DataServiceBuilder;
import org.knime.core.webui.data.InitialDataService;
import org.knime.core.webui.data.InitialDataService.InitialDataServiceBuilder;
import org.knime.core.webui.data.InitialDataService.Serializer;
import org.knime.core.webui.data.RpcDataService;
import org.knime.core.webui.data.RpcDataService.RpcDataServiceBuilder;
import org.knime.core.webui.page.Page;
import org.knime.core.webui.page.Page.RequireFromFileOrString;
import org.knime.node.parameters.NodeParameters;

/** What the view of an executed node shows. */
public final class DefaultView implements FluentNodeAPI {
  private final Class<? extends NodeParameters> parametersClass;
  final String description;
  final Page page;
  private Function<ViewInput, InitialDataService<?>> initialData;
  private Function<ViewInput, RpcDataService> dataService;

  private DefaultView(
      Class<? extends NodeParameters> parametersClass, String description, Page page) {
    this.parametersClass = parametersClass;
    this.description = description;
    this.page = page;
  }

  static RequireViewParameters create() {
    return parametersClass ->
        description ->
            page -> new DefaultView(parametersClass, description, page.apply(Page.create()));
  }

  Optional<Class<? extends NodeParameters>> parametersClass() {
    return Optional.ofNullable(parametersClass);
  }

  Optional<InitialDataService<?>> initialDataService(ViewInput input) {
    return Optional.ofNullable(initialData).map(service -> service.apply(input));
  }

  Optional<RpcDataService> rpcDataService(ViewInput input) {
    return Optional.ofNullable(dataService).map(service -> service.apply(input));
  }

  /** The stage that asks for the parameters. */
  public interface RequireViewParameters {
    /** The class of the parameters. */
    RequireDescription parametersClass(Class<? extends NodeParameters> parametersClass);

    /** There are none. */
    default RequireDescription withoutParameters() {
      return parametersClass(null);
    }
  }

  /** The stage that asks for the description. */
  public interface RequireDescription {
    /** What the view shows, an XML fragment. */
    RequirePage description(String description);
  }

  /** The stage that asks for the page. */
  public interface RequirePage {
    /** The page; gets its first stage, returns the last. */
    DefaultView page(Function<RequireFromFileOrString, Page> page);
  }

  /**
   * What the page gets at the start.
   *
   * @param <D> its type
   */
  public <D> DefaultView initialData(
      Function<RequireInitialData, DefaultInitialData<D>> initialData) {
    this.initialData = input -> initialData.apply(new InitialDataStage()).service(input);
    return this;
  }

  /** Whom the page can ask. */
  public DefaultView dataService(Function<RequireDataService, DefaultDataService> dataService) {
    this.dataService = input -> dataService.apply(new DataServiceStage()).service(input);
    return this;
  }

  private static final class InitialDataStage implements RequireInitialData {
    @Override
    public <D> DefaultInitialData<D> data(Function<ViewInput, D> data) {
      return new DefaultInitialData<>(data);
    }
  }

  private static final class DataServiceStage implements RequireDataService {
    @Override
    public SingleHandlerDataService handler(Function<ViewInput, Object> handler) {
      return new SingleHandlerDataService(handler);
    }

    @Override
    public MultipleNamedHandlersDataService addHandler(
        String name, Function<ViewInput, Object> handler) {
      return new MultipleNamedHandlersDataService().addHandler(name, handler);
    }
  }

  /** What happens when a view is closed, or does not need its data for now. */
  abstract static class AbstractDataService<T extends DataServiceBuilder>
      implements DataServiceBuilder {
    private Runnable dispose;
    private Runnable deactivate;

    @Override
    public T onDispose(Runnable dispose) {
      if (this.dispose != null) {
        throw new IllegalStateException("onDispose already set");
      }
      this.dispose = dispose;
      return self();
    }

    @Override
    public T onDeactivate(Runnable deactivate) {
      if (this.deactivate != null) {
        throw new IllegalStateException("onDeactivate already set");
      }
      this.deactivate = deactivate;
      return self();
    }

    abstract T self();

    final void hand(DataServiceBuilder builder) {
      if (dispose != null) {
        builder.onDispose(dispose);
      }
      if (deactivate != null) {
        builder.onDeactivate(deactivate);
      }
    }
  }

  /**
   * What a page gets at the start.
   *
   * @param <D> its type
   */
  public static final class DefaultInitialData<D> extends AbstractDataService<DefaultInitialData<D>>
      implements FluentNodeAPI {
    private final Function<ViewInput, D> data;
    private Serializer<D> serializer;

    DefaultInitialData(Function<ViewInput, D> data) {
      this.data = data;
    }

    @Override
    DefaultInitialData<D> self() {
      return this;
    }

    /**
     * Writes the data as text; as JSON unless given.
     *
     * @throws IllegalStateException at the second call
     */
    public DefaultInitialData<D> serializer(Serializer<D> serializer) {
      if (this.serializer != null) {
        throw new IllegalStateException("Serializer already set.");
      }
      this.serializer = serializer;
      return this;
    }

    InitialDataService<D> service(ViewInput input) {
      InitialDataServiceBuilder<D> builder = InitialDataService.builder(() -> data.apply(input));
      hand(builder);
      if (serializer != null) {
        builder.serializer(serializer);
      }
      return builder.build();
    }
  }

  /** Whom a page can ask. */
  public abstract static class DefaultDataService extends AbstractDataService<DefaultDataService>
      implements FluentNodeAPI {
    abstract RpcDataServiceBuilder builder(ViewInput input);

    @Override
    final DefaultDataService self() {
      return this;
    }

    final RpcDataService service(ViewInput input) {
      RpcDataServiceBuilder builder = builder(input);
      hand(builder);
      return builder.build();
    }
  }

  /** One object whose public methods a page can call. */
  public static final class SingleHandlerDataService extends DefaultDataService {
    private final Function<ViewInput, Object> handler;

    SingleHandlerDataService(Function<ViewInput, Object> handler) {
      this.handler = handler;
    }

    @Override
    RpcDataServiceBuilder builder(ViewInput input) {
      return RpcDataService.builder(handler.apply(input));
    }
  }

  /** Several objects whose public methods a page can call, each with a name. */
  public static final class MultipleNamedHandlersDataService extends DefaultDataService
      implements AllowAddingNamedHandler {
    private record Named(String name, Function<ViewInput, Object> handler) {}

    private final List<Named> handlers = new ArrayList<>();

    MultipleNamedHandlersDataService() {}

    @Override
    public MultipleNamedHandlersDataService addHandler(
        String name, Function<ViewInput, Object> handler) {
      handlers.add(new Named(name, handler));
      return this;
    }

    @Override
    RpcDataServiceBuilder builder(ViewInput input) {
      RpcDataServiceBuilder builder = RpcDataService.builder();
      handlers.forEach(named -> builder.addService(named.name(), named.handler().apply(input)));
      return builder;
    }
  }

  /** The stage that asks for the initial data. */
  public interface RequireInitialData {
    /**
     * Makes them of what the node has kept.
     *
     * @param <D> their type
     */
    <D> DefaultInitialData<D> data(Function<ViewInput, D> data);
  }

  /** The stage that asks for the objects a page can call. */
  public interface RequireDataService extends AllowAddingNamedHandler {
    /** One object; its class must be public. */
    SingleHandlerDataService handler(Function<ViewInput, Object> handler);
  }

  /** A stage that takes objects with names. */
  public interface AllowAddingNamedHandler {
    /** One of several objects; its class must be public. */
    MultipleNamedHandlersDataService addHandler(String name, Function<ViewInput, Object> handler);
  }

  /** What a view knows of its node. */
  public interface ViewInput {
    /**
     * The parameters of the view; null until the view is opened.
     *
     * @param <S> their class
     */
    <S extends NodeParameters> S getParameters();

    /** What the node has kept, which must be tables; throws ClassCastException else. */
    default BufferedDataTable[] getInternalTables() {
      PortObject[] objects = getInternalPortObjects();
      BufferedDataTable[] tables = new BufferedDataTable[objects.length];
      for (int i = 0; i < tables.length; i++) {
        tables[i] = (BufferedDataTable) objects[i];
      }
      return tables;
    }

    /** What the node has kept when it was executed. */
    PortObject[] getInternalPortObjects();
  }
}
