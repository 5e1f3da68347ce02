package org.enf.knime.view;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Chromium without a window, driven by tests. It draws WebGL in software, so it needs no graphics card. */
final class Chromium implements Closeable {
  /** Names the program where it is in none of the usual places. */
  static final String VARIABLE = "ENF_CHROMIUM";

  private static final List<String> USUAL =
      List.of(
          "/usr/bin/chromium",
          "/usr/bin/chromium-browser",
          "/usr/bin/google-chrome",
          "/Applications/Chromium.app/Contents/MacOS/Chromium",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
          "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");
  private static final int START_SECONDS = 60;

  private final Path profile;
  private final Process process;
  private final DevTools tools;

  private Chromium(Path profile, Process process, DevTools tools) {
    this.profile = profile;
    this.process = process;
    this.tools = tools;
  }

  /** The program, if there is one. */
  static Optional<Path> find() {
    String named = System.getenv(VARIABLE);
    Stream<String> places = named == null || named.isBlank() ? USUAL.stream() : Stream.of(named);
    return places.map(Path::of).filter(Files::isExecutable).findFirst();
  }

  /**
   * Starts it with an empty profile.
   *
   * @param webgl whether pages can draw by WebGL
   */
  static Chromium start(Path program, boolean webgl) throws IOException, InterruptedException {
    Path profile = Files.createTempDirectory("enf-chromium");
    List<String> graphics =
        webgl
            ? List.of("--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader")
            : List.of("--disable-gpu", "--disable-software-rasterizer");
    List<String> command =
        Stream.of(
                List.of(
                    program.toString(),
                    "--headless",
                    "--no-sandbox",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--disable-dev-shm-usage",
                    "--hide-scrollbars",
                    "--force-device-scale-factor=1",
                    // One process for a page and its frames, so that one session sees both.
                    "--disable-site-isolation-trials",
                    "--disable-features=IsolateOrigins,site-per-process",
                    "--remote-debugging-port=0",
                    "--user-data-dir=" + profile),
                graphics,
                List.of("about:blank"))
            .flatMap(List::stream)
            .toList();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(profile.resolve("output.txt").toFile())
            .start();
    try {
      return new Chromium(profile, process, new DevTools(address(profile, process)));
    } catch (IOException | RuntimeException | InterruptedException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  /** Chromium writes port and path of its debugger into a file once it listens. */
  private static URI address(Path profile, Process process)
      throws IOException, InterruptedException {
    Path file = profile.resolve("DevToolsActivePort");
    for (int i = 0; i < START_SECONDS * 10 && process.isAlive(); i++) {
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      if (lines.size() >= 2) {
        return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
      }
      Thread.sleep(100);
    }
    throw new IOException(
        "Chromium did not start: " + Files.readString(profile.resolve("output.txt")));
  }

  /** Opens an empty page. */
  BrowserPage page() {
    return BrowserPage.open(tools);
  }

  @Override
  public void close() {
    tools.send(null, "Browser.close", DevTools.object());
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    tools.close();
    delete(profile);
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
