package wellhead.server.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What an export is called when it is saved: a desk keeps many of them in one folder, and each
 * tells what was asked.
 *
 * @param text letters, digits and hyphens of whatever script, a full stop and the format
 */
record ExportName(String text) {
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NOT_PLAIN = Pattern.compile("[^a-z0-9.-]+");
  private static final Pattern EDGES = Pattern.compile("^-+|-+$");

  /** Longer names are cut by programs that unpack or send files; in UTF-16 units. */
  private static final int LONGEST = 60;

  static ExportName of(SearchCall call, Format format) {
    String query = call.request().query();
    String begin = query.substring(0, query.offsetByCodePoints(0, begin(query)));
    String words = BETWEEN_WORDS.matcher(begin.toLowerCase(Locale.ROOT)).replaceAll("-");
    String said = EDGES.matcher(words).replaceAll("");
    return new ExportName(
        (said.isEmpty() ? "wellhead." : "wellhead-" + said + ".") + format.wireName());
  }

  private static int begin(String query) {
    return Math.min(LONGEST, query.codePointCount(0, query.length()));
  }

  /** As RFC 6266 has it: plain for clients that know no better, and as it is for all others. */
  String header() {
    String folded = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    String plain =
        NOT_PLAIN.matcher(folded).replaceAll("").replaceAll("-+", "-").replace("-.", ".");
    String header = "attachment; filename=\"" + plain + '"';
    return plain.equals(text)
        ? header
        : header + "; filename*=UTF-8''" + URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
