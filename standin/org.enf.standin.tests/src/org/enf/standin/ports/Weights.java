package org.enf.standin.ports;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import javax.swing.JComponent;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** Numbers that write themselves into two entries. */
public final class Weights implements PortObject {
  /** The type of ports for them. */
  public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(Weights.class);

  private final double[] values;

  /** Of these values. */
  public Weights(double... values) {
    this.values = values.clone();
  }

  /** The numbers. */
  public double[] values() {
    return values.clone();
  }

  @Override
  public String getSummary() {
    return values.length + " weights";
  }

  @Override
  public WeightsSpec getSpec() {
    return new WeightsSpec(values.length);
  }

  @Override
  public JComponent[] getViews() {
    return new JComponent[0];
  }

  private static void expect(String name, ZipEntry entry) throws IOException {
    if (entry == null || !name.equals(entry.getName())) {
      throw new IOException("There is no " + name + " here but " + entry);
    }
  }

  /** Named in plugin.xml. */
  public static final class Serializer extends PortObjectSerializer<Weights> {
    @Override
    public void savePortObject(Weights object, PortObjectZipOutputStream out, ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
      exec.checkCanceled();
      out.putNextEntry(new ZipEntry("values"));
      DataOutputStream data = new DataOutputStream(out);
      for (double value : object.values) {
        data.writeDouble(value);
      }
      data.flush();
      out.closeEntry();
      out.putNextEntry(new ZipEntry("note"));
      out.write('!');
      out.closeEntry();
    }

    @Override
    public Weights loadPortObject(
        PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
      exec.checkCanceled();
      expect("values", in.getNextEntry());
      DataInputStream data = new DataInputStream(in);
      double[] values = new double[((WeightsSpec) spec).count()];
      for (int i = 0; i < values.length; i++) {
        values[i] = data.readDouble();
      }
      expect("note", in.getNextEntry());
      return new Weights(values);
    }
  }
}
