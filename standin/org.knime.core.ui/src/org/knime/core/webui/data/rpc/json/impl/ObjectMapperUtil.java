package org.knime.core.webui.data.rpc.json.impl;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;

/** The mapper for what pages get. */
public final class ObjectMapperUtil {
  private static final ObjectMapperUtil INSTANCE = new ObjectMapperUtil();

  private final ObjectMapper mapper =
      new ObjectMapper()
          .registerModule(new Jdk8Module())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private ObjectMapperUtil() {}

  /** The one that there is. */
  public static ObjectMapperUtil getInstance() {
    return INSTANCE;
  }

  /** The mapper. */
  public ObjectMapper getObjectMapper() {
    return mapper;
  }
}
