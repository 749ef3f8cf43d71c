package wellhead.indexer.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.page.ParsedPage.Article;
import wellhead.indexer.page.ParsedPage.Headline;

/**
 * Counts what was read rightly of one annotated capture. Titles compare after folding case, quotes,
 * spaces and punctuation; ages as minutes, so that "3 days" is "3d ago".
 */
final class CaptureJudge {
  private static final Pattern UNSEEN = Pattern.compile("[\u00ad\u200b-\u200f\ufeff]");
  private static final Pattern MARKS = Pattern.compile("\\p{Mn}");
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}_$%+.&]+");
  private static final Pattern ENDS = Pattern.compile("^[ .]+|[ .]+$");
  private static final Pattern SPACE = Pattern.compile("(?U)\\s+");
  private static final Pattern AMOUNT =
      Pattern.compile("(?U)(\\d+|\\ban?\\b|\\bone\\b)\\s*([\\p{L}\\p{No}\\p{Nl}]+)");

  private static final Map<String, Double> MINUTES =
      Map.ofEntries(
          Map.entry("s", 1 / 60.0),
          Map.entry("sec", 1 / 60.0),
          Map.entry("m", 1.0),
          Map.entry("min", 1.0),
          Map.entry("h", 60.0),
          Map.entry("hr", 60.0),
          Map.entry("hour", 60.0),
          Map.entry("hora", 60.0),
          Map.entry("stunde", 60.0),
          Map.entry("d", 1440.0),
          Map.entry("day", 1440.0),
          Map.entry("dia", 1440.0),
          Map.entry("tag", 1440.0),
          Map.entry("w", 10080.0),
          Map.entry("wk", 10080.0),
          Map.entry("week", 10080.0),
          Map.entry("month", 43200.0),
          Map.entry("mo", 43200.0),
          Map.entry("分钟", 1.0),
          Map.entry("小时", 60.0),
          Map.entry("天", 1440.0),
          Map.entry("minuta", 1.0),
          Map.entry("minuto", 1.0),
          Map.entry("minuti", 1.0),
          Map.entry("ora", 60.0),
          Map.entry("ore", 60.0),
          Map.entry("heure", 60.0),
          Map.entry("jour", 1440.0));

  private static final List<String> UNITS =
      MINUTES.keySet().stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();

  private final JsonNode expected;
  private final ParsedPage page;
  private final boolean trusted;
  private final Counts counts = new Counts();

  private CaptureJudge(AnnotatedCapture capture, ParsedPage page) {
    this.expected = capture.expected();
    this.trusted = capture.trusted();
    this.page = page;
  }

  static Counts judge(AnnotatedCapture capture, ParsedPage page) {
    CaptureJudge judge = new CaptureJudge(capture, page);
    judge.headlines();
    judge.article();
    return judge.counts;
  }

  /** Folded titles that count as this headline's own. */
  static Set<String> names(JsonNode headline) {
    Set<String> names = new java.util.LinkedHashSet<>();
    names.add(fold(headline.path("title").asText("")));
    Stream.concat(Stream.of(headline.path("as_found")), all(headline.path("as_found_also")))
        .map(node -> node.asText(""))
        .filter(found -> !found.isEmpty() && !found.equals("null"))
        .forEach(found -> names.add(fold(found)));
    return names;
  }

  private void headlines() {
    Map<String, Headline> read = new LinkedHashMap<>();
    page.headlines().stream()
        .filter(headline -> !headline.title().isEmpty())
        .forEach(headline -> read.put(fold(headline.title()), headline));
    Set<String> either = folded(expected.path("either"));
    Set<String> used = new HashSet<>();
    Set<String> allowed = new HashSet<>();
    for (JsonNode headline : once(expected.path("headlines"))) {
      allowed.addAll(names(headline));
      String found = found(headline, read.keySet());
      count(headline, found == null ? null : read.get(found));
      if (found != null) {
        used.add(found);
      }
    }
    long wrong =
        read.keySet().stream()
            .filter(t -> !used.contains(t) && !either.contains(t) && !allowed.contains(t))
            .count();
    if (expected.path("headlines_complete").asBoolean(true) && trusted) {
      counts.add("said", used.size() + (int) wrong);
      counts.add("true", used.size());
      counts.add("wrong", (int) wrong);
    }
    all(expected.path("not_headlines"))
        .map(node -> fold(node.asText()))
        .forEach(trap -> {
          counts.add("traps", 1);
          counts.add(
              "trapped",
              read.containsKey(trap) && !allowed.contains(trap) && !either.contains(trap));
        });
  }

  private void count(JsonNode headline, @Nullable Headline read) {
    String age = text(headline, "age");
    boolean aged = age != null && !headline.path("age_either").asBoolean();
    boolean dated =
        age == null && (text(headline, "date") != null || text(headline, "clock") != null);
    counts.add("gold", 1);
    counts.add("aged", aged);
    counts.add("dated", dated);
    counts.add(read == null ? "lost" : "found", 1);
    if (read == null) {
      return;
    }
    Object minutes = minutes(read.age());
    counts.add("age_right", aged && minutes != null && minutes.equals(minutes(age)));
    counts.add("date_found", dated && (read.date() != null || read.age() != null));
    counts.add("age_invented", age == null && !dated && minutes instanceof Double);
  }

  private void article() {
    JsonNode right = expected.path("article");
    Article read = page.article();
    String body = read == null ? "" : SPACE.matcher(read.body()).replaceAll(" ");
    if (right.isMissingNode() || right.isNull()) {
      boolean none = !expected.path("article_present").asBoolean();
      counts.add("no_article", none);
      counts.add("invented", none && !body.isBlank());
      return;
    }
    counts.add("articles", 1);
    counts.add("article_found", !body.isEmpty());
    counts.add("title", isOneOf(read == null ? null : read.title(), right, "title"));
    if (!right.path("author_either").asBoolean()) {
      counts.add("authors", 1);
      counts.add("author", isOneOf(read == null ? null : read.author(), right, "author"));
    }
    counts.add("starts", body.contains(spaced(right.path("body_first"))));
    counts.add("ends", body.contains(spaced(right.path("body_last"))));
    all(right.path("must_not_contain"))
        .forEach(words -> {
          counts.add("leakable", 1);
          counts.add("leaks", !body.isEmpty() && body.contains(spaced(words)));
        });
  }

  private static boolean isOneOf(@Nullable String read, JsonNode right, String name) {
    String folded = fold(read == null ? "" : read);
    return Stream.concat(Stream.of(right.path(name)), all(right.path(name + "_also")))
        .anyMatch(node -> fold(node.isNull() ? "" : node.asText("")).equals(folded));
  }

  private static @Nullable String found(JsonNode headline, Collection<String> read) {
    return names(headline).stream().filter(read::contains).findFirst().orElse(null);
  }

  /** Of headlines with the same title the last one, as where a table is keyed by title. */
  private static Collection<JsonNode> once(JsonNode headlines) {
    Map<String, JsonNode> once = new LinkedHashMap<>();
    all(headlines).forEach(headline -> once.put(fold(headline.path("title").asText("")), headline));
    return once.values();
  }

  static Set<String> folded(JsonNode texts) {
    Set<String> folded = new HashSet<>();
    all(texts).forEach(node -> folded.add(fold(node.asText(""))));
    return folded;
  }

  private static Stream<JsonNode> all(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  private static @Nullable String text(JsonNode node, String name) {
    String text = node.path(name).isTextual() ? node.path(name).asText() : "";
    return text.isEmpty() ? null : text;
  }

  private static String spaced(JsonNode words) {
    return SPACE.matcher(words.isTextual() ? words.asText() : "").replaceAll(" ");
  }

  static String fold(String text) {
    String seen = UNSEEN.matcher(text).replaceAll("").replace('_', ' ');
    String plain = MARKS.matcher(Normalizer.normalize(seen, Normalizer.Form.NFKD)).replaceAll("");
    String words = OTHER.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ");
    return ENDS.matcher(words).replaceAll("");
  }

  /** Minutes where a number and a unit are understood, the folded words where not. */
  private static @Nullable Object minutes(@Nullable String age) {
    if (age == null || age.isEmpty()) {
      return null;
    }
    String folded = fold(age);
    if (folded.contains("yesterday")) {
      return 1440.0;
    }
    Matcher amount = AMOUNT.matcher(folded);
    if (!amount.find()) {
      return null;
    }
    double number =
        Character.isDigit(amount.group(1).charAt(0)) ? Double.parseDouble(amount.group(1)) : 1;
    return UNITS.stream()
        .filter(u -> u.length() == 1 ? amount.group(2).equals(u) : amount.group(2).startsWith(u))
        .findFirst()
        .<Object>map(u -> Math.round(number * MINUTES.getOrDefault(u, 0.0) * 100) / 100.0)
        .orElse(folded);
  }
}
