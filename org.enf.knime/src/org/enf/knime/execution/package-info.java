/** What the execution of several nodes needs: the wish to stop, devices, warnings. */
package org.enf.knime.execution;
