/** Stands in for settings that know cells and types. */
package org.knime.core.node.config;
