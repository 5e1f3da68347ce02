/**
 * Runs nodes and saved workflows on the stand-ins of KNIME, for tests.
 *
 * <p>{@link org.enf.standin.NodeRun} does with one node what a user does: sets it up, executes it,
 * opens its view and its dialog, saves and loads it. {@link org.enf.standin.Workflow} loads a
 * workflow from a folder, tells what KNIME would complain of, and executes the nodes it has the
 * code of.
 */
package org.enf.standin;
