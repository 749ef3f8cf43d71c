package wellhead.indexer.fetch;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTruncationReason;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/** Writes what came of one address as WARC 1.1: under a hidden name first, then renamed. */
final class WarcFile {
  private static final MessageVersion VERSION = MessageVersion.WARC_1_1;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path folder;
  private final UserAgent agent;

  WarcFile(Path folder, UserAgent agent) {
    this.folder = folder;
    this.agent = agent;
  }

  /**
   * Writes a file.
   *
   * @param hops from the address that was asked for to the last one, at least one
   * @param revisited what the last one has not changed since; {@code null} when it answered in full
   * @param drawn the last page as a browser drew it; {@code null} when none did
   */
  Path write(
      WebAddress asked,
      List<Exchange> hops,
      HostRecord.@Nullable Seen revisited,
      byte @Nullable [] drawn)
      throws IOException {
    Exchange last = hops.getLast();
    Files.createDirectories(folder);
    Path target = free(asked.hostInNames() + "_" + STAMP.format(last.at()));
    Path hidden = folder.resolve("." + target.getFileName());
    try (var channel =
        FileChannel.open(
            hidden,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      var writer = new WarcWriter(channel, WarcCompression.GZIP);
      writer.write(info(last.at(), String.valueOf(target.getFileName())));
      for (Exchange hop : hops.subList(0, hops.size() - 1)) {
        writer.write(response(hop));
        writer.write(request(hop));
      }
      writer.write(revisited == null ? response(last) : revisit(last, revisited));
      writer.write(request(last));
      if (drawn != null) {
        writer.write(conversion(last, drawn));
      }
      channel.force(true);
      Files.move(hidden, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(hidden);
    }
    return target;
  }

  private Path free(String name) {
    Path target = folder.resolve(name + ".warc.gz");
    for (int i = 2; Files.exists(target); i++) {
      target = folder.resolve(name + "-" + i + ".warc.gz");
    }
    return target;
  }

  private WarcRecord info(Instant at, String name) {
    return new Warcinfo.Builder()
        .version(VERSION)
        .date(at)
        .filename(name)
        .fields(
            Map.of(
                "software", List.of(agent.header()),
                "format", List.of("WARC File Format 1.1")))
        .build();
  }

  private static WarcRecord response(Exchange hop) {
    byte[] head = HeaderBlock.of(hop);
    byte[] block = new byte[head.length + hop.body().length];
    System.arraycopy(head, 0, block, 0, head.length);
    System.arraycopy(hop.body(), 0, block, head.length, hop.body().length);
    var builder =
        new WarcResponse.Builder(hop.address().toString())
            .version(VERSION)
            .recordId(hop.id())
            .date(hop.at())
            .ipAddress(hop.from())
            .payloadDigest(digest(hop.body()));
    if (hop.cut() != null) {
      builder.truncated(
          switch (hop.cut()) {
            case LENGTH -> WarcTruncationReason.LENGTH;
            case TIME -> WarcTruncationReason.TIME;
            case DISCONNECT -> WarcTruncationReason.DISCONNECT;
          });
    }
    return builder.body(MediaType.HTTP_RESPONSE, block).build();
  }

  private static WarcRecord request(Exchange hop) {
    return new WarcRequest.Builder(hop.address().toString())
        .version(VERSION)
        .date(hop.at())
        .ipAddress(hop.from())
        .concurrentTo(hop.id())
        .body(MediaType.HTTP_REQUEST, hop.request().getBytes(StandardCharsets.UTF_8))
        .build();
  }

  /** Not modified: the header block alone, and where the page stands that it speaks of. */
  private static WarcRecord revisit(Exchange hop, HostRecord.Seen seen) {
    return new WarcRevisit.Builder(hop.address().toString(), WarcRevisit.SERVER_NOT_MODIFIED_1_1)
        .version(VERSION)
        .recordId(hop.id())
        .date(hop.at())
        .ipAddress(hop.from())
        .refersTo(URI.create(seen.record()), hop.address().toString(), seen.capturedAt())
        .body(MediaType.HTTP_RESPONSE, HeaderBlock.of(hop))
        .build();
  }

  private static WarcRecord conversion(Exchange hop, byte[] drawn) {
    return new WarcConversion.Builder()
        .version(VERSION)
        .date(hop.at())
        .setHeader("WARC-Target-URI", hop.address().toString())
        .refersTo(hop.id())
        .payloadDigest(digest(drawn))
        .body(MediaType.HTML_UTF8, drawn)
        .build();
  }

  private static WarcDigest digest(byte[] bytes) {
    try {
      return new WarcDigest("sha256", MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
