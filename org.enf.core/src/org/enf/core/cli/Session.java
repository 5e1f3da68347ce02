package org.enf.core.cli;

import org.enf.core.file.CacheFolder;

/**
 * What a command works with.
 *
 * @param terminal where it reads and writes
 * @param interruption the wish of the user to stop
 * @param cache where to keep what can be made again
 */
record Session(Terminal terminal, Interruption interruption, CacheFolder cache) {
  /** The session of this process. */
  static Session ofProcess() {
    Terminal terminal = Terminal.ofProcess();
    return new Session(terminal, Interruption.ofProcess(terminal), CacheFolder.ofUser());
  }
}
