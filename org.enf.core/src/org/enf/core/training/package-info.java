/**
 * Fitting a model to samples: what is minimised ({@link org.enf.core.training.Objective}), and the
 * optimiser, clipping, schedule and choice of weights that minimise it.
 */
package org.enf.core.training;
