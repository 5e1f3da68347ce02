package org.enf.knime.selfcheck;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.enf.core.model.LibraryVersion;

/**
 * Checks an installation without a window, {@code knime -nosplash -consoleLog -application
 * org.enf.knime.selfcheck}: that all bundles are there, and that training, drawing, scoring and
 * ND4J work. The exit code is 0 if all is well, else 1.
 */
public final class SelfCheckApplication implements IApplication {
  private static final Integer FAILED = 1;

  /** Started by Equinox. */
  public SelfCheckApplication() {}

  @Override
  public Object start(IApplicationContext context) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println(
        "E-NF "
            + LibraryVersion.CURRENT
            + " on Java "
            + Runtime.version()
            + ", "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch"));
    InstalledBundles bundles = InstalledBundles.ofRunningHost();
    boolean well =
        new SelfCheck()
            .with("bundles", bundles::check)
            .with("training", new TrainingTrial()::run)
            .with("drawing and scoring", new DrawingTrial()::run)
            .with("ND4J", new Nd4jTrial()::run)
            .run(out);
    out.println(well ? "All is well." : "The installation is not whole.");
    return well ? EXIT_OK : FAILED;
  }

  @Override
  public void stop() {
    // the checks take seconds and end with the process
  }
}
