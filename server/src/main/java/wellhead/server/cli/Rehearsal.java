package wellhead.server.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import wellhead.server.search.LuceneSearchEngine;
import wellhead.server.web.WebOptions;
import wellhead.server.web.WebServer;
import wellhead.story.AtTheEdge;

/**
 * Does once, and small, what the program is started for, so that a JVM which watches it can keep
 * what it loaded for the starts to come (see the launcher). Says nothing and leaves nothing behind.
 */
final class Rehearsal {
  private static final String PAGE =
      """
        • 2 hours Refiners Wait for Cheaper Crude
        • 5 hours Tanker Rates Slip as Exports Stall
        • 1 day Wind Farm Wins Grid Link
      """;

  private static final List<String> ADDRESSES =
      List.of("/", "/search?q=crude&format=html", "/search?q=crude", "/suggest?q=re");

  private static final int PATIENCE_MILLIS = 5_000;

  private Rehearsal() {}

  @AtTheEdge("a process of its own, whose end is when its classes are kept")
  public static void main(String[] arguments) throws IOException {
    Main.configureLogging();
    Path folder = TrialIndex.create();
    try {
      rehearse(folder);
    } finally {
      TrialIndex.delete(folder);
    }
    System.exit(0);
  }

  @AtTheEdge("a server needs a clock")
  static void rehearse(Path folder) throws IOException {
    Path captures = Files.createDirectory(folder.resolve("captures"));
    Files.writeString(captures.resolve("desk.example_20260701T120000Z.txt"), PAGE);
    Path index = folder.resolve("index");
    try (OutputStream nowhere = OutputStream.nullOutputStream()) {
      for (List<String> command :
          List.of(
              List.of("index", captures.toString()),
              List.of("index", "--quiet", captures.toString()), // one that finds nothing new
              List.of("search", "crude"),
              List.of("search", "--json", "crude"),
              List.of("sources"))) {
        var whole = new ArrayList<>(command);
        whole.addAll(1, List.of("--index", index.toString()));
        Main.run(whole.toArray(String[]::new), nowhere, nowhere);
      }
    }
    try (var engine = LuceneSearchEngine.open(index);
        var server =
            WebServer.start("127.0.0.1", 0, engine, InstantSource.system(), WebOptions.DEFAULT)) {
      for (String address : ADDRESSES) {
        URLConnection asking = server.url().resolve(address).toURL().openConnection();
        asking.setConnectTimeout(PATIENCE_MILLIS);
        asking.setReadTimeout(PATIENCE_MILLIS);
        try (InputStream answer = asking.getInputStream()) {
          answer.readAllBytes();
        }
      }
    }
  }
}
