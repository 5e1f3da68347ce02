package org.enf.standin;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;

/**
 * Executes a workflow with the arguments and the exit codes of KNIME's batch application: 0 for
 * success, 2 for arguments that make no sense, 3 for a workflow that does not load, 4 for a node
 * that fails. Nodes of other bundles than {@code org.enf.knime} are skipped, unless there is a
 * double to take their place.
 */
public final class RunWorkflow implements IApplication {
  private static final int BAD_ARGUMENTS = 2;
  private static final int LOAD_ERROR = 3;
  private static final int EXECUTION_ERROR = 4;

  private static final String USAGE =
      "Usage: -workflowDir=... [-workflow.variable=name,value,type] [-option=node,key,value,type]"
          + " [-reset] [-nosave] [-noexecute] [-failonloaderror]";

  /** Started by Equinox. */
  public RunWorkflow() {}

  @Override
  public Object start(IApplicationContext context) {
    Object arguments = context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    return run(OwnNodes.ofBundle("org.enf.knime"), out, (String[]) arguments);
  }

  @Override
  public void stop() {
    // A node that runs ends with the process.
  }

  /**
   * Executes a workflow.
   *
   * @param out where what is found and what becomes of the nodes is written
   * @return the exit code
   */
  public static int run(OwnNodes own, PrintStream out, String... arguments) {
    if (arguments.length == 0) {
      out.println(USAGE);
      return 0;
    }
    BatchArguments batch;
    try {
      batch = BatchArguments.parse(arguments);
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage());
      return BAD_ARGUMENTS;
    }
    return run(own, out, batch);
  }

  private static int run(OwnNodes own, PrintStream out, BatchArguments batch) {
    Workflow workflow;
    try {
      workflow = Workflow.load(batch.folder(), own);
    } catch (IOException e) {
      out.println(e.getMessage());
      return LOAD_ERROR;
    }
    workflow.findings().forEach(out::println);
    if (batch.has("-failonloaderror") && !workflow.errors().isEmpty()) {
      out.println("Error(s) during workflow loading.");
      return LOAD_ERROR;
    }
    for (Variable variable : batch.variables()) {
      if (!workflow.setVariable(variable)) {
        out.println(
            "The workflow variable is potentially unused (not defined in workflow): \""
                + variable.name()
                + "\"");
      }
    }
    try {
      batch.options().forEach(option -> option.applyTo(workflow));
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage());
      return BAD_ARGUMENTS;
    }
    if (batch.has("-noexecute")) {
      return 0;
    }
    List<NodeReport> reports = workflow.execute();
    reports.forEach(out::println);
    boolean failed =
        reports.stream().anyMatch(report -> report.outcome() == NodeReport.Outcome.FAILED);
    return failed ? EXECUTION_ERROR : 0;
  }
}
