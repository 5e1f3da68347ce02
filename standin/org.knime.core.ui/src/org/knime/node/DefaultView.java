package org.knime.node;

import java.util.Optional;
import java.util.function.Function;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.port.PortObject;
import org.knime.core.webui.data.InitialDataService;
import org.knime.core.webui.data.InitialDataService.InitialDataServiceBuilder;
import org.knime.core.webui.data.InitialDataService.Serializer;
import org.knime.core.webui.page.Page;
import org.knime.core.webui.page.Page.RequireFromFileOrString;
import org.knime.node.parameters.NodeParameters;

/** What the view of an executed node shows. */
public final class DefaultView implements FluentNodeAPI {
  private final Class<? extends NodeParameters> parametersClass;
  final String description;
  final Page page;
  private Function<ViewInput, InitialDataService<?>> initialData;

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

  private static final class InitialDataStage implements RequireInitialData {
    @Override
    public <D> DefaultInitialData<D> data(Function<ViewInput, D> data) {
      return new DefaultInitialData<>(data);
    }
  }

  /**
   * What a page gets at the start.
   *
   * @param <D> its type
   */
  public static final class DefaultInitialData<D> implements FluentNodeAPI {
    private final Function<ViewInput, D> data;
    private Serializer<D> serializer;

    DefaultInitialData(Function<ViewInput, D> data) {
      this.data = data;
    }

    InitialDataService<D> service(ViewInput input) {
      InitialDataServiceBuilder<D> builder = InitialDataService.builder(() -> data.apply(input));
      if (serializer != null) {
        builder.serializer(serializer);
      }
      return builder.build();
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

  /** What a view knows of its node. */
  public interface ViewInput {
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
