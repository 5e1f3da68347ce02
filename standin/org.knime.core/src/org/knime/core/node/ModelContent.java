package org.knime.core.node;

import java.io.IOException;
import java.io.InputStream;
import org.knime.core.node.config.Config;

/** The content of a model. */
public final class ModelContent extends Config implements ModelContentRO, ModelContentWO {
  public ModelContent(String key) {
    super(key);
  }

  @Override
  public Config getInstance(String key) {
    return new ModelContent(key);
  }

  public static ModelContentRO loadFromXML(InputStream in) throws IOException {
    return (ModelContent) loadFromXML(new ModelContent("ignored"), in);
  }

  public ModelContentWO addModelContent(String key) {
    return (ModelContent) addConfig(key);
  }

  @Override
  public ModelContent getModelContent(String key) throws InvalidSettingsException {
    return (ModelContent) getConfig(key);
  }
}
