package org.enf.core.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files that a training run writes.
 *
 * @param model the trained model
 * @param checkpoint what is needed to go on
 */
record TrainingFiles(Path model, Path checkpoint) {
  private static final String ENDING = ".enf";

  /** The checkpoint {@code NAME.checkpoint.enf} stands beside the model {@code NAME.enf}. */
  static TrainingFiles of(Path model) {
    Path fileName = model.getFileName();
    if (fileName == null) {
      throw CommandException.usage("--model must name a file, not the folder " + model);
    }
    String name = fileName.toString();
    String stem = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    return new TrainingFiles(model, model.resolveSibling(stem + ".checkpoint" + ENDING));
  }

  /**
   * Checks before long work that its result can be written.
   *
   * @throws CommandException if the folder is not there or a file would be lost
   */
  void requireNew() {
    requireFolder();
    for (Path file : new Path[] {model, checkpoint}) {
      if (Files.exists(file)) {
        throw CommandException.failed(
            file + " is there already; go on with it by --resume, or replace it by --overwrite");
      }
    }
  }

  /**
   * Checks that there is a folder to write into.
   *
   * @throws CommandException if not
   */
  void requireFolder() {
    requireFolder(model);
  }

  /**
   * Checks that there is a folder to write this model into.
   *
   * @throws CommandException if not
   */
  static void requireFolder(Path model) {
    Path folder = model.toAbsolutePath().getParent();
    if (Files.isDirectory(model)) {
      throw CommandException.failed(model + " is a folder; name a file for the model");
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw CommandException.failed("there is no folder " + folder + " for the model; make it");
    }
    if (!Files.isWritable(folder)) {
      throw CommandException.failed("the folder " + folder + " for the model cannot be written to");
    }
  }
}
