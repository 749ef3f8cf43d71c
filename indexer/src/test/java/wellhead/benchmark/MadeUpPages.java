package wellhead.benchmark;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/**
 * Front pages of made-up sites: forty rows of news with their ages, most of them on the capture
 * before, too, an article below, and as much markup around as such pages have.
 */
final class MadeUpPages {
  static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

  /** Sites take turns; each is captured every hour and has three new stories then. */
  static final int SITES = 50;

  private static final int ROWS = 40;
  private static final int NEW_ROWS = 3;
  private static final int PARAGRAPHS = 12;
  private static final String[] NAMES = {
    "Harbour", "Ridge", "Delta", "Kestrel", "Northern", "Cobalt", "Meridian", "Estuary", "Granite",
    "Solway", "Tundra", "Juniper", "Pelican", "Basalt", "Sable", "Crescent", "Lantern", "Orchard"
  };
  private static final String[] THINGS = {
    "crude oil",
    "natural gas",
    "LNG cargoes",
    "refinery runs",
    "rig counts",
    "tanker rates",
    "diesel stocks",
    "grid batteries",
    "offshore wind",
    "coal imports",
    "carbon permits",
    "pipeline flows",
    "shale output",
    "fuel exports",
    "power prices",
    "uranium supply"
  };
  private static final String[] DEEDS = {
    "rise",
    "fall",
    "stall",
    "double",
    "shrink",
    "recover",
    "slip",
    "surprise traders",
    "hold steady",
    "beat forecasts"
  };
  private static final String[] ENDS = {
    "after storm", "as winter nears", "before meeting", "on weak demand", "in third quarter",
    "despite sanctions", "by 80,000 b/d", "to $7.38 billion", "for second week", "amid outage"
  };

  private MadeUpPages() {}

  private static String title(int site, int story) {
    var random = new Random(site * 1_000_003L + story);
    return NAMES[random.nextInt(NAMES.length)]
        + " "
        + NAMES[random.nextInt(NAMES.length)]
        + " "
        + capitals(THINGS[random.nextInt(THINGS.length)])
        + " "
        + capitals(DEEDS[random.nextInt(DEEDS.length)])
        + " "
        + capitals(ENDS[random.nextInt(ENDS.length)]);
  }

  private static String capitals(String words) {
    var out = new StringBuilder();
    for (String word : words.split(" ")) {
      out.append(out.isEmpty() ? "" : " ")
          .append(Character.toUpperCase(word.charAt(0)))
          .append(word.substring(1));
    }
    return out.toString();
  }

  private static String paragraph(Random random) {
    var out = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      out.append(i == 0 ? "" : " ")
          .append("Analysts at ")
          .append(NAMES[random.nextInt(NAMES.length)])
          .append(" said that ")
          .append(THINGS[random.nextInt(THINGS.length)])
          .append(" would ")
          .append(DEEDS[random.nextInt(DEEDS.length)])
          .append(' ')
          .append(ENDS[random.nextInt(ENDS.length)])
          .append(", while ")
          .append(THINGS[random.nextInt(THINGS.length)])
          .append(" and ")
          .append(THINGS[random.nextInt(THINGS.length)])
          .append(" were seen to ")
          .append(DEEDS[random.nextInt(DEEDS.length)])
          .append(" over the coming ")
          .append(2 + random.nextInt(40))
          .append(" days.");
    }
    return out.toString();
  }

  private static String age(int row) {
    int minutes = 11 + row * 20;
    return minutes < 60 ? minutes + " minutes ago" : minutes / 60 + " hours ago";
  }

  static String url(int n) {
    return "https://desk" + n % SITES + ".example/";
  }

  static Instant capturedAt(int n) {
    return FIRST.plusSeconds(n / SITES * 3_600L + n % SITES * 60L);
  }

  /** The n-th capture, as an extractor leaves it. */
  static String text(int n) {
    var out = new StringBuilder("Home\nMarkets\nAbout\n\nLatest news\n\n");
    int newest = newest(n);
    for (int row = 0; row < ROWS; row++) {
      out.append("• ").append(age(row)).append(' ').append(title(n % SITES, newest - row));
      out.append('\n');
    }
    var random = new Random(n);
    out.append("\n\n").append(title(n % SITES, newest)).append("\n\nBy Jane Harbour\n\n");
    for (int i = 0; i < PARAGRAPHS; i++) {
      out.append(paragraph(random)).append("\n\n");
    }
    return out.append("Leave a comment\n\nPrivacy policy\n").toString();
  }

  /** The n-th capture as a server sends it. */
  static String html(int n) {
    int newest = newest(n);
    var out = new StringBuilder(60_000);
    out.append("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Desk ");
    out.append(n % SITES).append("</title><style>");
    for (int i = 0; i < 120; i++) {
      out.append(".card-").append(i).append("{margin:0 auto;padding:4px;color:#223}");
    }
    out.append("</style><script>var settings={\"slots\":[");
    for (int i = 0; i < 200; i++) {
      out.append("{\"id\":\"slot-").append(i).append("\",\"sizes\":[[728,90],[300,250]]},");
    }
    out.append("{}]};</script></head><body><header><nav><ul>");
    for (String thing : THINGS) {
      out.append("<li class=\"nav-item\"><a class=\"nav-link\" href=\"/topic/")
          .append(thing.replace(' ', '-'))
          .append("\">")
          .append(capitals(thing))
          .append("</a></li>");
    }
    out.append("</ul></nav></header><main><section class=\"river\"><h2>Latest news</h2>");
    for (int row = 0; row < ROWS; row++) {
      int story = newest - row;
      out.append("<article class=\"card card-")
          .append(row)
          .append("\"><a class=\"media\" href=\"/s/");
      out.append(story).append("\"><img src=\"/img/").append(story);
      out.append(
          ".jpg\" alt=\"\" loading=\"lazy\" width=\"320\" height=\"180\"></a><div class=\"meta\">");
      out.append("<span class=\"age\">").append(age(row)).append("</span></div><h3><a href=\"/s/");
      out.append(story)
          .append("\">")
          .append(title(n % SITES, story))
          .append("</a></h3></article>\n");
    }
    out.append("</section><article class=\"story\"><h1>").append(title(n % SITES, newest));
    out.append("</h1><p class=\"byline\">By Jane Harbour</p>");
    var random = new Random(n);
    for (int i = 0; i < PARAGRAPHS; i++) {
      out.append("<p>").append(paragraph(random)).append("</p>\n");
    }
    out.append("</article></main><footer><p>Privacy policy</p><p>All rights reserved</p></footer>");
    return out.append("</body></html>\n").toString();
  }

  private static int newest(int n) {
    return ROWS + n / SITES * NEW_ROWS;
  }

  /** The n-th capture in a WARC record. */
  static byte[] record(int n) {
    byte[] body =
        ("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html(n))
            .getBytes(StandardCharsets.UTF_8);
    String id = "0000000000000" + n;
    String head =
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-"
            + id.substring(id.length() - 12)
            + ">\r\nWARC-Date: "
            + capturedAt(n)
            + "\r\nWARC-Target-URI: "
            + url(n)
            + "\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    var out = new ByteArrayOutputStream(body.length + 500);
    out.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    out.writeBytes(body);
    out.writeBytes("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  /** How a WARC is packed. */
  enum Packing {
    NONE,
    RECORDS,
    WHOLE
  }

  /**
   * Writes a WARC.
   *
   * @param bytes how many it is to have at least, unpacked
   * @return how many captures are in it
   */
  static int write(Path file, long bytes, Packing packing) throws IOException {
    int captures = 0;
    try (var out = new BufferedOutputStream(Files.newOutputStream(file));
        OutputStream all = packing == Packing.WHOLE ? new GZIPOutputStream(out) : out) {
      for (long written = 0; written < bytes; captures++) {
        byte[] record = record(captures);
        written += record.length;
        if (packing == Packing.RECORDS) {
          try (var member = new GZIPOutputStream(new Unclosed(all))) {
            member.write(record);
          }
        } else {
          all.write(record);
        }
      }
    }
    return captures;
  }

  /** Behind one member another follows. */
  private static final class Unclosed extends FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
