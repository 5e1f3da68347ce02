package org.enf.core.experiment;

import org.enf.core.training.MoleculeSet;

/**
 * The molecules of an experiment.
 *
 * @param training to learn from; fewer are the first of them
 * @param validation to choose the best weights by
 * @param test to report
 * @param name of the files
 */
public record MoleculeSplit(
    MoleculeSet training, MoleculeSet validation, MoleculeSet test, String name) {}
