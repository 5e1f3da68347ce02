package org.enf.knime.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.enf.core.file.FileTarget;

/**
 * Makes one file of a page, its scripts, its styles and its data, which opens in any browser
 * without KNIME and without a network. The content security policy in it lists the checksums of its
 * scripts and styles, so nothing that stands in the data can run.
 */
public final class StandalonePage {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern PARTS =
      Pattern.compile(
          "<link rel=\"stylesheet\" href=\"(?<style>[^\"]+)\">"
              + "|<script src=\"(?<script>[^\"]+)\"></script>");
  private static final Pattern POLICY =
      Pattern.compile("(?<=<meta http-equiv=\"Content-Security-Policy\" content=\")[^\"]+");
  private static final Pattern ENDS_EARLY =
      Pattern.compile("</script|</style|<!--", Pattern.CASE_INSENSITIVE);

  private final Source source;

  /** Where the files of the views are read from. */
  @FunctionalInterface
  public interface Source {
    /**
     * Opens a file.
     *
     * @param path below the folder of the views, with slashes
     * @throws IOException if there is none or it cannot be read
     */
    InputStream open(String path) throws IOException;
  }

  /** Reads the pages from a source. */
  public StandalonePage(Source source) {
    this.source = Objects.requireNonNull(source);
  }

  /** Reads the pages from this bundle. */
  public static StandalonePage ofBundle() {
    return new StandalonePage(
        path -> {
          String name = "/" + ViewPage.FOLDER + "/" + path;
          InputStream stream = StandalonePage.class.getResourceAsStream(name);
          if (stream == null) {
            throw new FileNotFoundException("the bundle holds no " + name);
          }
          return stream;
        });
  }

  /**
   * The page with its data.
   *
   * @param data a JSON object as views/README.md describes it
   * @throws IllegalArgumentException if it is no object
   * @throws IOException if a file of the page cannot be read
   */
  public String html(ViewPage page, JsonNode data) throws IOException {
    if (!data.isObject()) {
      throw new IllegalArgumentException("the data of a page are a JSON object");
    }
    String frame = read(page.file());
    StringBuilder html = new StringBuilder();
    Policy policy = new Policy();
    Matcher part = PARTS.matcher(frame);
    boolean hasData = false;
    while (part.find()) {
      part.appendReplacement(html, "");
      if (part.group("style") != null) {
        html.append(policy.style(inner(part.group("style"))));
        continue;
      }
      if (!hasData) {
        html.append(element(data)).append('\n');
        hasData = true;
      }
      html.append(policy.script(inner(part.group("script"))));
    }
    part.appendTail(html);
    return POLICY.matcher(html).replaceFirst(Matcher.quoteReplacement(policy.text()));
  }

  /**
   * The page with its data.
   *
   * @param json the text of a JSON object as views/README.md describes it
   * @throws IllegalArgumentException if it is none
   * @throws IOException if a file of the page cannot be read
   */
  public String html(ViewPage page, String json) throws IOException {
    JsonNode data;
    try {
      data = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the data of a page are a JSON object", e);
    }
    return html(page, data);
  }

  /**
   * Writes the page with its data into a file, whole or not at all.
   *
   * @throws IllegalArgumentException if the data are no object
   * @throws IOException if a file of the page cannot be read, or this one not written
   */
  public void write(ViewPage page, JsonNode data, Path file) throws IOException {
    byte[] bytes = html(page, data).getBytes(StandardCharsets.UTF_8);
    try (FileTarget target = FileTarget.open(file)) {
      target.stream().write(bytes);
      target.commit();
    }
  }

  /** Without any "<" the data cannot end their element or begin another one. */
  private static String element(JsonNode data) throws IOException {
    return "<script type=\"application/json\" id=\"enf-data\">"
        + JSON.writeValueAsString(data).replace("<", "\\u003c")
        + "</script>";
  }

  private String inner(String path) throws IOException {
    String text = read(path);
    if (ENDS_EARLY.matcher(text).find()) {
      throw new IllegalStateException(path + " holds a tag and cannot stand inside a page");
    }
    return "\n" + text;
  }

  /** Browsers count line ends as line feeds when they check a policy. */
  private String read(String path) throws IOException {
    try (InputStream stream = source.open(path)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
  }

  /** What may run and what may style: only what was put in here. */
  private static final class Policy {
    private final List<String> styles = new ArrayList<>();
    private final List<String> scripts = new ArrayList<>();

    String style(String text) {
      styles.add(checksum(text));
      return "<style>" + text + "</style>";
    }

    String script(String text) {
      scripts.add(checksum(text));
      return "<script>" + text + "</script>";
    }

    String text() {
      return String.join(
          "; ",
          "default-src 'none'",
          "script-src " + String.join(" ", scripts),
          "style-src " + String.join(" ", styles),
          "img-src data: blob:");
    }

    private static String checksum(String text) {
      try {
        byte[] digest =
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }
  }
}
