/**
 * The command line. {@link org.enf.core.cli.Enf} is the way in; one class a command, which reads
 * the options and hands the work to one class a task; options that several commands share stand in
 * groups of their own.
 *
 * <p>Results go to the standard output, progress and messages to the standard error. Exit codes: 0
 * done, 1 failed, 2 wrong use, 130 stopped.
 */
package org.enf.core.cli;
