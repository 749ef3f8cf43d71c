package wellhead.server.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import wellhead.indexer.capture.CaptureOptions;
import wellhead.indexer.index.IndexRun;
import wellhead.server.search.LuceneSearchEngine;
import wellhead.server.web.WebOptions;
import wellhead.server.web.WebServer;

/**
 * A real server over {@code testdata/captures}, the same for all classes of a run, and browsers on
 * it. Without Chromium the classes are skipped, and say so.
 */
final class TestdataSite implements BeforeAllCallback, AfterAllCallback {
  static final Path ROOT = Path.of(Objects.requireNonNull(System.getProperty("wellhead.root")));

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-07-09T00:00:00Z"));

  private @Nullable Started started;
  private @Nullable Browser desktop;

  @Override
  public void beforeAll(ExtensionContext context) {
    assumeTrue(
        Browser.isThere(), "browser tests skipped: chromium and chromedriver are not on the PATH");
    started =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.create(TestdataSite.class))
            .getOrComputeIfAbsent(Started.class, ignored -> Started.now(), Started.class);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (desktop != null) {
      desktop.close();
    }
  }

  /** The browser that a class's tests share, on an empty front page. */
  Browser desktop() {
    if (desktop == null) {
      desktop = open(1200, 850, true);
    }
    return desktop.go("");
  }

  /** One of its own; to be closed. */
  Browser open(int width, int height, boolean scripts) {
    String url = Objects.requireNonNull(started).server().url().toString();
    return Browser.open(url, width, height, scripts);
  }

  private record Started(Path index, LuceneSearchEngine engine, WebServer server)
      implements AutoCloseable {

    static Started now() {
      try {
        Path index = Files.createTempDirectory("wellhead-browser");
        new IndexRun(index, false, CaptureOptions.NONE, InputStream.nullInputStream(), CLOCK)
            .run(List.of(ROOT.resolve("testdata/captures").toString()));
        var engine = LuceneSearchEngine.open(index);
        return new Started(
            index, engine, WebServer.start("127.0.0.1", 0, engine, CLOCK, WebOptions.DEFAULT));
      } catch (Exception e) {
        throw new IllegalStateException("the site of the browser tests did not start", e);
      }
    }

    @Override
    public void close() throws IOException {
      server.close();
      engine.close();
      try (var files = Files.walk(index)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
