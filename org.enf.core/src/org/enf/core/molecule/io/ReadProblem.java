package org.enf.core.molecule.io;

/**
 * Why one record or file was not read.
 *
 * @param file the file, and where it lies in an archive the entry too
 * @param line the line from 1; 0 where the file as a whole is meant
 * @param sentence what is wrong
 */
public record ReadProblem(String file, long line, String sentence) {
  /** File, line and sentence, as compilers print them. */
  @Override
  public String toString() {
    return line > 0 ? file + ":" + line + ": " + sentence : file + ": " + sentence;
  }
}
