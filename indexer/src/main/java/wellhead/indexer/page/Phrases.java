package wellhead.indexer.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Phrases that news pages print around their news, from {@code phrases.txt} and, where a host has
 * habits of its own, {@code hosts/HOST.txt}.
 *
 * <p>One phrase a line, under a {@code [section]} named after a {@link Cue}; {@code #} begins a
 * comment. Case, punctuation and spaces do not count:
 *
 * <pre>
 * phrase           the whole line
 * phrase:          the whole line, or its beginning when a colon, dash or bar follows
 * phrase ...       the beginning of the line
 * ... phrase ...   anywhere in the line
 * </pre>
 */
final class Phrases {

  /** Words looked at for a phrase inside a line; longer lines are prose, whose words are free. */
  private static final int WORDS_LOOKED_AT = 60;

  private static final Pattern HOST = Pattern.compile("[a-z0-9.-]+");
  private static final Phrases GENERIC = new Phrases().reading("phrases.txt");

  /** Names of header fields; apart from the rest, for "Author:" there is another thing. */
  static final Phrases FIELDS = new Phrases().reading("fields.txt");

  private final Map<String, Cue> whole;
  private final Map<String, Cue> beforeColon;
  private final Map<String, Cue> beginning;
  private final Map<String, Cue> anywhere;

  /** What phrases begin with, up to the whole of them: with anything else none goes on. */
  private final Set<String> heads;

  /** The same of those that may stand anywhere. */
  private final Set<String> headsAnywhere;

  private int longest = 1;

  private final @Nullable String source;

  private Phrases() {
    source = null;
    whole = new HashMap<>();
    beforeColon = new HashMap<>();
    beginning = new HashMap<>();
    anywhere = new HashMap<>();
    heads = new HashSet<>();
    headsAnywhere = new HashSet<>();
  }

  /** The same phrases, on the pages of a source. */
  private Phrases(Phrases shared, String source) {
    this.source = source;
    whole = shared.whole;
    beforeColon = shared.beforeColon;
    beginning = shared.beginning;
    anywhere = shared.anywhere;
    heads = shared.heads;
    headsAnywhere = shared.headsAnywhere;
    longest = shared.longest;
  }

  /**
   * A phrase found in a line.
   *
   * @param rest what stands behind it there; empty when nothing does
   * @param colon whether a colon or the like parts them
   */
  record Match(Cue cue, String rest, boolean colon) {}

  private record Word(String folded, int start, int end) {}

  static Phrases of(@Nullable String source) {
    if (source == null || !HOST.matcher(source).matches()) {
      return GENERIC;
    }
    String name = "hosts/" + source + ".txt";
    if (Phrases.class.getResource(name) == null) {
      return new Phrases(GENERIC, source);
    }
    Phrases own = new Phrases();
    own.whole.putAll(GENERIC.whole);
    own.beforeColon.putAll(GENERIC.beforeColon);
    own.beginning.putAll(GENERIC.beginning);
    own.anywhere.putAll(GENERIC.anywhere);
    own.heads.addAll(GENERIC.heads);
    own.headsAnywhere.addAll(GENERIC.headsAnywhere);
    own.longest = GENERIC.longest;
    return new Phrases(own.reading(name), source);
  }

  Optional<Match> match(String line) {
    if (Furniture.isAppAdvert(line) || Furniture.isSlogan(line, source)) {
      return Optional.of(new Match(Cue.NOISE, "", false));
    }
    List<Word> words = words(line, WORDS_LOOKED_AT);
    if (words.isEmpty()) {
      return Optional.empty();
    }
    boolean counted =
        words.size() > 1 && words.getLast().folded().chars().allMatch(Character::isDigit);
    int wordsOfWhole = words.size() - (counted ? 1 : 0); // "Comments (2)"
    boolean seenWhole =
        line.substring(words.getLast().end()).codePoints().noneMatch(Character::isLetterOrDigit);
    Match best = null;
    StringBuilder key = new StringBuilder();
    for (int n = 0; n < Math.min(words.size(), longest); n++) {
      key.append(n == 0 ? "" : " ").append(words.get(n).folded());
      String phrase = key.toString();
      if (!heads.contains(phrase)) {
        break;
      }
      String rest = line.substring(words.get(n).end());
      boolean last = seenWhole && n == wordsOfWhole - 1;
      Cue cue = null;
      if (last) {
        cue = whole.getOrDefault(phrase, beforeColon.get(phrase));
      } else if (beforeColon.containsKey(phrase) && startsWithColon(rest)) {
        cue = beforeColon.get(phrase);
      }
      if (cue == null) {
        cue = beginning.get(phrase);
      }
      if (cue != null) {
        best = new Match(cue, last ? "" : behind(rest), !last && startsWithColon(rest));
      }
    }
    if (best == null && seenWhole && isChain(words)) {
      return Optional.of(new Match(Cue.NOISE, "", false));
    }
    return Optional.ofNullable(best != null ? best : inside(words));
  }

  /** "Email Twitter Facebook Print": the buttons or the menu of a page in one line. */
  private boolean isChain(List<Word> words) {
    int at = 0;
    int links = 0;
    while (at < words.size()) {
      StringBuilder key = new StringBuilder();
      int end = at;
      for (int n = at; n < Math.min(words.size(), at + longest); n++) {
        key.append(n == at ? "" : " ").append(words.get(n).folded());
        String phrase = key.toString();
        if (!heads.contains(phrase)) {
          break;
        }
        end = whole.get(phrase) == Cue.NOISE ? n + 1 : end;
      }
      if (end == at) {
        return false;
      }
      at = end;
      links++;
    }
    return links > 1;
  }

  private @Nullable Match inside(List<Word> words) {
    if (anywhere.isEmpty()) {
      return null;
    }
    for (int from = 0; from < words.size(); from++) {
      StringBuilder key = new StringBuilder();
      for (int n = from; n < Math.min(words.size(), from + longest); n++) {
        key.append(n == from ? "" : " ").append(words.get(n).folded());
        String phrase = key.toString();
        if (!headsAnywhere.contains(phrase)) {
          break;
        }
        Cue cue = anywhere.get(phrase);
        if (cue != null) {
          return new Match(cue, "", false);
        }
      }
    }
    return null;
  }

  private static boolean startsWithColon(String rest) {
    String s = rest.stripLeading();
    return !s.isEmpty() && ":：|–—•·-".indexOf(s.charAt(0)) >= 0 && !rest.startsWith("-");
  }

  private static String behind(String rest) {
    int at = 0;
    while (at < rest.length() && " :：|–—•·-,.;!)]»>".indexOf(rest.charAt(at)) >= 0) {
      at++;
    }
    return rest.substring(at).strip();
  }

  /** The words of a text, case and accents of presentation folded, with their places. */
  private static List<Word> words(String text, int most) {
    List<Word> words = new ArrayList<>();
    int at = 0;
    while (at < text.length() && words.size() < most) {
      int start = at;
      while (at < text.length() && isWordPart(text.codePointAt(at))) {
        at += Character.charCount(text.codePointAt(at));
      }
      if (at > start) {
        words.add(new Word(fold(text.substring(start, at)), start, at));
      } else {
        at += Character.charCount(text.codePointAt(at));
      }
    }
    return words;
  }

  private static boolean isWordPart(int c) {
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  /** Folds one word; a word of thousands of letters is nobody's phrase and is cut. */
  private static String fold(String word) {
    String cut = word.length() > 100 ? word.substring(0, 100) : word;
    boolean ascii = cut.chars().allMatch(c -> c < 0x80); // most words are, and need no folding
    return (ascii ? cut : Normalizer.normalize(cut, Normalizer.Form.NFKC)).toLowerCase(Locale.ROOT);
  }

  private Phrases reading(String resource) {
    try (InputStream in = Phrases.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the build lost its resource " + resource);
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      Cue cue = null;
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        String phrase = line.replaceFirst("#.*", "").strip();
        if (phrase.startsWith("[")) {
          cue = Cue.valueOf(phrase.substring(1, phrase.length() - 1).toUpperCase(Locale.ROOT));
        } else if (!phrase.isEmpty()) {
          if (cue == null) {
            throw new IllegalStateException(
                resource + ":" + number + ": a phrase needs a [section] above it: " + phrase);
          }
          learn(phrase, cue);
        }
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }

  private void learn(String phrase, Cue cue) {
    boolean open = phrase.endsWith("...");
    boolean free = open && phrase.startsWith("...");
    boolean colon = phrase.endsWith(":");
    List<Word> words = words(phrase, WORDS_LOOKED_AT);
    String key = "";
    for (Word word : words) {
      key = key.isEmpty() ? word.folded() : key + " " + word.folded();
      (free ? headsAnywhere : heads).add(key);
    }
    longest = Math.max(longest, words.size());
    Map<String, Cue> table = free ? anywhere : open ? beginning : colon ? beforeColon : whole;
    table.put(key, cue);
  }
}
