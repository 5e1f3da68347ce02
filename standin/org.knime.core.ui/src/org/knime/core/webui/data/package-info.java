/** What pages get and ask for. Not public API of KNIME. */
package org.knime.core.webui.data;
