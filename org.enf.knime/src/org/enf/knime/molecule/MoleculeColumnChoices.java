package org.enf.knime.molecule;

import java.util.List;
import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.ColumnChoicesProvider;

/** Offers the molecule columns of one of a node's tables in its dialog. */
public abstract class MoleculeColumnChoices implements ColumnChoicesProvider {
  private final int port;

  /** Offers the columns of the table at this port, from 0. */
  protected MoleculeColumnChoices(int port) {
    this.port = port;
  }

  @Override
  public List<DataColumnSpec> columnChoices(NodeParametersInput input) {
    return input.getInPortSpecs().length > port
        ? input.getInTableSpec(port).map(MoleculeColumn::candidates).orElse(List.of())
        : List.of();
  }

  /** Offers those of the table at the first port. */
  public static final class OfFirstPort extends MoleculeColumnChoices {
    /** For KNIME. */
    public OfFirstPort() {
      super(0);
    }
  }

  /** Offers those of the table at the second port. */
  public static final class OfSecondPort extends MoleculeColumnChoices {
    /** For KNIME. */
    public OfSecondPort() {
      super(1);
    }
  }
}
