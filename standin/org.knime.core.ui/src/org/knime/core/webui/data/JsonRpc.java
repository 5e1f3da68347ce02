package org.knime.core.webui.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.function.Function;
import org.knime.core.webui.data.rpc.json.impl.ObjectMapperUtil;

/** Calls a method as a request says, with arguments by position. */
record JsonRpc(Function<String, Object> handlers) {
  private static final int METHOD_NOT_FOUND = -32601;
  private static final int INVALID_PARAMETERS = -32602;
  private static final int INTERNAL_ERROR = -32000;
  private static final int USER_ERROR = -32001;

  private record UserErrorData(String details) {}

  private record InternalErrorData(String typeName, String[] stackTrace) {}

  String answer(String request) {
    ObjectMapper mapper = ObjectMapperUtil.getInstance().getObjectMapper();
    try {
      JsonNode call = mapper.readTree(request);
      ObjectNode answer = mapper.createObjectNode().put("jsonrpc", "2.0");
      answer.set("id", call.get("id"));
      answer.setAll(call(mapper, call.path("method").asText(), call.path("params")));
      return answer.toString();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A problem occurred while making a rpc call.", e);
    }
  }

  private ObjectNode call(ObjectMapper mapper, String name, JsonNode params) {
    int dot = name.lastIndexOf('.');
    Object handler = handlers.apply(dot < 0 ? "" : name.substring(0, dot));
    Method method = handler == null ? null : method(handler, name.substring(dot + 1), params);
    if (method == null) {
      return error(mapper, METHOD_NOT_FOUND, "method not found", null);
    }
    Object[] arguments = new Object[params.size()];
    try {
      for (int i = 0; i < arguments.length; i++) {
        JavaType type = mapper.constructType(method.getGenericParameterTypes()[i]);
        arguments[i] = mapper.convertValue(params.get(i), type);
      }
    } catch (IllegalArgumentException e) {
      return error(mapper, INVALID_PARAMETERS, "method parameters invalid", null);
    }
    try {
      ObjectNode answer = mapper.createObjectNode();
      answer.set("result", mapper.valueToTree(method.invoke(handler, arguments)));
      return answer;
    } catch (InvocationTargetException e) {
      return failure(mapper, e.getCause());
    } catch (IllegalAccessException e) {
      return failure(mapper, e);
    }
  }

  private static Method method(Object handler, String name, JsonNode params) {
    return Arrays.stream(handler.getClass().getMethods())
        .filter(method -> method.getName().equals(name))
        .filter(method -> method.getParameterCount() == params.size())
        .findFirst()
        .orElse(null);
  }

  private static ObjectNode failure(ObjectMapper mapper, Throwable cause) {
    return cause instanceof DataServiceException user
        ? error(mapper, USER_ERROR, user.getMessage(), new UserErrorData(user.getDetails()))
        : error(
            mapper,
            INTERNAL_ERROR,
            cause.getMessage(),
            new InternalErrorData(cause.getClass().getName(), ErrorData.stackTrace(cause)));
  }

  private static ObjectNode error(ObjectMapper mapper, int code, String message, Object data) {
    ObjectNode answer = mapper.createObjectNode();
    ObjectNode error = answer.putObject("error").put("code", code).put("message", message);
    if (data != null) {
      error.set("data", mapper.valueToTree(data));
    }
    return answer;
  }
}
