package org.enf.knime.view;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A Chromium without a window, driven by tests. */
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
  private static final String LISTENS = "DevTools listening on ";

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
   * @param webgl whether it draws WebGL, in software, or has none at all
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
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    CompletableFuture<URI> address = new CompletableFuture<>();
    Thread reader = new Thread(() -> read(process, address), "output of Chromium");
    reader.setDaemon(true);
    reader.start();
    try {
      return new Chromium(
          profile, process, new DevTools(address.get(START_SECONDS, TimeUnit.SECONDS)));
    } catch (ExecutionException | TimeoutException e) {
      process.destroyForcibly();
      throw new IOException("Chromium did not start: " + e.getMessage(), e);
    }
  }

  /**
   * Chromium says in a line where its debugger listens; what else it says is read and forgotten.
   */
  private static void read(Process process, CompletableFuture<URI> address) {
    StringBuilder said = new StringBuilder();
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.startsWith(LISTENS)) {
          address.complete(URI.create(line.substring(LISTENS.length()).trim()));
        } else if (!address.isDone()) {
          said.append(line).append('\n');
        }
      }
    } catch (IOException e) {
      said.append(e);
    }
    address.completeExceptionally(new IOException(said.toString()));
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
