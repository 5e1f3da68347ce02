/**
 * A training run as a whole: from molecules and settings to a model with its provenance, with
 * checkpoints and checks on the way. What the command line and the nodes share.
 */
package org.enf.core.learner;
