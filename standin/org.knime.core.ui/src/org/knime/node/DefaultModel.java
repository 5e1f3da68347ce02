package org.knime.node;

import java.util.Optional;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.parameters.NodeParameters;

/** What a node does when it is configured and executed. */
public abstract sealed class DefaultModel implements FluentNodeAPI {
  private final Class<? extends NodeParameters> parametersClass;

  private DefaultModel(Class<? extends NodeParameters> parametersClass) {
    this.parametersClass = parametersClass;
  }

  static RequireModelParameters create() {
    return parametersClass ->
        configure -> execute -> new Standard(parametersClass, configure, execute);
  }

  Optional<Class<? extends NodeParameters>> parametersClass() {
    return Optional.ofNullable(parametersClass);
  }

  /** A model with steps of its own. */
  static final class Standard extends DefaultModel {
    final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure;
    final ExecuteConsumer execute;

    private Standard(
        Class<? extends NodeParameters> parametersClass,
        ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure,
        ExecuteConsumer execute) {
      super(parametersClass);
      this.configure = configure;
      this.execute = execute;
    }
  }

  /** The stage that asks for the parameters. */
  public interface RequireModelParameters {
    /** The class of the parameters. */
    RequireConfigureOrRearrangeColumns parametersClass(
        Class<? extends NodeParameters> parametersClass);
  }

  /** The stage that asks what happens when the node is configured. */
  public interface RequireConfigureOrRearrangeColumns {
    /** Computes the specs of the outputs. */
    RequireExecute configure(
        ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure);
  }

  /**
   * A step that checks parameters against specs.
   *
   * @param <I> what it gets
   * @param <O> where its results go
   */
  public interface ConfigureOrRearrangerConsumer<I, O> {
    /**
     * Does it.
     *
     * @throws InvalidSettingsException if the node cannot be executed like this
     */
    void accept(I input, O output) throws InvalidSettingsException;
  }

  /** What a node knows while it is configured. */
  public interface ConfigureInput {
    /**
     * The parameters.
     *
     * @param <S> their class
     */
    <S extends NodeParameters> S getParameters();

    /** The specs at the inputs; null where the node before does not know its own yet. */
    PortObjectSpec[] getInPortSpecs();

    /**
     * The spec at an input.
     *
     * @param <S> its class
     */
    <S extends PortObjectSpec> S getInPortSpec(int index);

    /** The spec of an input, which must be a table; throws ClassCastException else. */
    DataTableSpec getInTableSpec(int portIndex);
  }

  /** What a node says when it is configured. */
  public interface ConfigureOutput {
    /**
     * Sets the spec of an output; left out, it is known after the execution only.
     *
     * @param <S> its class
     */
    <S extends PortObjectSpec> void setOutSpec(int index, S spec);

    /**
     * Sets the specs of the outputs.
     *
     * @param <S> their class
     */
    @SuppressWarnings("unchecked")
    <S extends PortObjectSpec> void setOutSpecs(S... specs);

    /** Puts a warning on the node. */
    void setWarningMessage(String message);
  }

  /** What a node has while it is executed. */
  public interface ExecuteInput {
    /**
     * The parameters.
     *
     * @param <S> their class
     */
    <S extends NodeParameters> S getParameters();

    /** Where tables are made, and where progress goes. */
    ExecutionContext getExecutionContext();

    /** The objects at the inputs. */
    PortObject[] getInPortObjects();

    /**
     * The object at an input.
     *
     * @param <D> its class
     */
    <D extends PortObject> D getInPortObject(int portIndex);

    /** The object at an input, which must be a table; throws ClassCastException else. */
    BufferedDataTable getInTable(int portIndex);
  }

  /** What a node hands on when it is executed. */
  public interface ExecuteOutput {
    /**
     * Sets the object of an output.
     *
     * @param <D> its class
     */
    <D extends PortObject> void setOutData(int index, D data);

    /**
     * Sets the objects of the outputs.
     *
     * @param <D> their class
     */
    @SuppressWarnings("unchecked")
    <D extends PortObject> void setOutData(D... data);

    /**
     * Keeps objects in the node, for its view; they are saved with the workflow.
     *
     * @param <D> their class
     */
    @SuppressWarnings("unchecked")
    <D extends PortObject> void setInternalData(D... data);

    /** Puts a warning on the node. */
    void setWarningMessage(String message);
  }

  /** The stage that asks what happens when the node is executed. */
  public interface RequireExecute {
    /** Computes the outputs. */
    DefaultModel execute(ExecuteConsumer execute);
  }

  /** The execution of a node. */
  public interface ExecuteConsumer {
    /**
     * Does it.
     *
     * @throws CanceledExecutionException if the user has stopped it
     * @throws KNIMEException if it fails, with a message for the user
     */
    void accept(ExecuteInput input, ExecuteOutput output)
        throws CanceledExecutionException, KNIMEException;
  }
}
