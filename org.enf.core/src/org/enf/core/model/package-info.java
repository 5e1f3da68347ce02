/** Trained models: their files, checkpoints, and what can be done with them. */
package org.enf.core.model;
