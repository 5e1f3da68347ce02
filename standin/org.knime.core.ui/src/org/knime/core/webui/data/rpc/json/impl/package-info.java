/** JSON as pages read and write it. Not public API of KNIME. */
package org.knime.core.webui.data.rpc.json.impl;
