package org.enf.knime.execution;

import org.enf.core.egnn.Engine;
import org.enf.core.engine.Device;
import org.knime.core.node.KNIMEException;
import org.knime.node.parameters.widget.choices.Label;

/** On what a node computes, as its dialog offers it. */
public enum DeviceChoice {
  /** The processor. */
  @Label(value = "CPU", description = "The processor, on all its cores.")
  CPU(Device.CPU),

  /** A graphics processor. */
  @Label(
      value = "GPU",
      description =
          "An NVIDIA graphics processor. The node fails at once, with the reason, where none can be"
              + " used.")
  GPU(Device.GPU),

  /** The GPU, or else the processor. */
  @Label(
      value = "GPU if possible",
      description = "The GPU, or with a warning the processor where none can be used.")
  AUTO(Device.AUTO);

  private final Device device;

  DeviceChoice(Device device) {
    this.device = device;
  }

  /**
   * Opens an engine on this device; the caller closes it.
   *
   * @param warnings hears if it is not the device that was hoped for
   * @throws KNIMEException if the device cannot be used
   */
  public Engine open(Warnings warnings) throws KNIMEException {
    try {
      Device.Opened opened = device.open(Runtime.getRuntime().availableProcessors());
      warnings.add(opened.remark());
      return opened.engine();
    } catch (IllegalStateException e) {
      throw new KNIMEException(e.getMessage(), e);
    }
  }
}
