package org.enf.core.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.enf.core.engine.GpuPreflight;
import org.enf.core.molecule.io.MoleculeFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code enf doctor}: what works on this machine, and why the rest does not. */
@Command(
    name = "doctor",
    header = "Tell what works on this machine, and why the rest does not.",
    customSynopsis = "enf doctor [--json OUT]",
    description = {
      "",
      "Prints processor, memory, Java, the cache folder, which engines run, and what the driver of"
          + " NVIDIA's GPUs tells. Ends with 0 if the engine cpu runs, which all commands can do"
          + " with.",
      ""
    },
    footer = {"", "Examples:", "  enf doctor", "  enf doctor --json -"})
final class DoctorCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--json",
      paramLabel = "OUT",
      description = "Write JSON in place of the text; with - to the standard output.")
  private String json;

  DoctorCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Diagnosis diagnosis = Diagnosis.of(session.cache(), GpuPreflight.ofMachine());
    List<String> lines =
        json == null
            ? DiagnosisText.lines(diagnosis)
            : JsonText.lines(DiagnosisText.tree(diagnosis));
    String target = json == null ? MoleculeFiles.STANDARD_STREAM : json;
    TextOutput.write(target, session.terminal(), lines);
    return diagnosis.isWell() ? ExitCode.DONE : ExitCode.FAILED;
  }
}
