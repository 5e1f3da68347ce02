package org.enf.core.cli;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.enf.core.model.LikelihoodEvaluator.Likelihood;
import org.enf.core.model.LikelihoodEvaluator.NoValue;
import org.enf.core.model.LikelihoodEvaluator.Value;
import org.enf.core.molecule.Molecule;

/** The likelihoods of single molecules as CSV, in nats. */
final class LikelihoodTable implements Closeable {
  private final TextOutput output;
  private long number;

  /**
   * Opens a table.
   *
   * @param target a path, or {@code -} for the standard output
   * @throws IOException if the file cannot be made
   */
  static LikelihoodTable open(String target, Terminal terminal) throws IOException {
    TextOutput output = TextOutput.open(target, terminal);
    output.line(
        "number,name,formula,atoms,log_likelihood,log_prior,log_determinant,log_q_dequantization,"
            + "log_p_size,reason");
    return new LikelihoodTable(output);
  }

  private LikelihoodTable(TextOutput output) {
    this.output = output;
  }

  /** Adds a line. */
  void add(Likelihood likelihood) throws IOException {
    number++;
    Molecule molecule = likelihood.molecule();
    String begin =
        String.join(
            ",",
            List.of(
                Long.toString(number),
                quoted(molecule.name()),
                molecule.formula(),
                Integer.toString(molecule.size())));
    output.line(begin + "," + figures(likelihood));
  }

  private static String figures(Likelihood likelihood) {
    if (likelihood instanceof Value value) {
      return value.logLikelihood()
          + ","
          + value.prior()
          + ","
          + value.logDeterminant()
          + ","
          + value.dequantization()
          + ","
          + value.size()
          + ",";
    }
    return ",,,,," + quoted(((NoValue) likelihood).reason());
  }

  /** A field of RFC 4180, quoted where it has to be. */
  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  /** Ends the table; a file gets its name now. */
  void commit() throws IOException {
    output.commit();
  }

  @Override
  public void close() throws IOException {
    output.close();
  }
}
