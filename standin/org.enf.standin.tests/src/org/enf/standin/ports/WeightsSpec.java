package org.enf.standin.ports;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;

/** How many weights there are. */
public final class WeightsSpec extends AbstractSimplePortObjectSpec {
  private int count;

  /** For its serializer. */
  public WeightsSpec() {}

  /** Of so many. */
  public WeightsSpec(int count) {
    this.count = count;
  }

  /** The number of weights. */
  public int count() {
    return count;
  }

  @Override
  protected void save(ModelContentWO model) {
    model.addInt("count", count);
  }

  @Override
  protected void load(ModelContentRO model) throws InvalidSettingsException {
    count = model.getInt("count");
  }

  /** Named in plugin.xml. */
  public static final class Serializer
      extends AbstractSimplePortObjectSpecSerializer<WeightsSpec> {}
}
