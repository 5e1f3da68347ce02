"use strict";

/**
 * The part of KNIME's protocol between a view in an iframe and the application around it that fetches the data the view
 * starts with. The facts and where they are from: README.md of the views.
 */
window.enf = window.enf || {};

enf.knimeData = (() => {
  const PATIENCE = 20000;

  let requests = 0;

  /** Calls a method of the host and promises its answer. */
  const call = (method, ...params) =>
    new Promise((resolve, reject) => {
      requests += 1;
      const requestId = "enf-" + requests + "-" + Math.random().toString(36).slice(2);
      const timer = setTimeout(() => finish(reject, new Error("KNIME does not answer.")), PATIENCE);
      const listener = (event) => {
        const message = event.data;
        const answers =
          event.source === window.parent &&
          message !== null &&
          typeof message === "object" &&
          message.type === "UIExtensionResponse" &&
          message.requestId === requestId;
        if (answers) {
          finish(resolve, message.payload);
        }
      };
      const finish = (settle, value) => {
        clearTimeout(timer);
        window.removeEventListener("message", listener);
        settle(value);
      };
      window.addEventListener("message", listener);
      // The host's origin differs between the desktop and a server, and nothing secret is sent.
      window.parent.postMessage({ type: "UIExtensionRequest", requestId, payload: { method, params } }, "*");
    });

  /** What the host asks by name and number of a node, taken from its own answer. */
  const serviceRequest = (config) => ({
    projectId: config.projectId,
    workflowId: config.workflowId,
    nodeId: config.nodeId,
    extensionType: config.extensionType,
    serviceType: "initial_data",
    dataServiceRequest: "",
  });

  /**
   * Takes off the envelopes, of which there is one more when the data are asked for than when they are sent along. Warnings
   * on them become notices of the page.
   */
  const open = (envelope) => {
    let content = envelope;
    const warnings = [];
    for (let depth = 0; depth < 3; depth += 1) {
      if (typeof content === "string") {
        content = JSON.parse(content);
      }
      if (content === null || typeof content !== "object") {
        break;
      }
      const error = content.userError || content.internalError;
      if (error) {
        throw new Error(error.message || "KNIME reports an error without a message.");
      }
      if (!("result" in content)) {
        return { ...content, notices: [...enf.numbers.list(content.notices), ...warnings] };
      }
      warnings.push(...enf.numbers.list(content.warningMessages));
      content = content.result;
    }
    return null;
  };

  /** Promises the data of the node. */
  const load = async () => {
    window.parent.postMessage({ type: "UIExtensionReady" }, "*");
    const config = (await call("getConfig")) || {};
    const envelope = config.initialData || (await call("callNodeDataService", serviceRequest(config)));
    return open(envelope);
  };

  return { load };
})();
