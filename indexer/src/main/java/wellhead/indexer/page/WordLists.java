package wellhead.indexer.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Single words that tell what a line is, whatever stands around them, from {@code words/LANGUAGE
 * .txt}: words between spaces under a {@code [topic]}; {@code #} begins a comment.
 *
 * <p>Words of all languages are one set a topic, for a page does not say in which language each of
 * its lines is.
 */
enum WordLists {
  FUNCTION,
  READER,
  INTERFACE,
  ADVERT,
  PAID,
  OWN_ADDRESS,
  FORUM_ADDRESS;

  private static final List<String> LANGUAGES = List.of("en", "de", "es", "fr", "pl", "ru");

  private static final Map<WordLists, Set<String>> WORDS =
      byTopic(WordLists.class, "words", LANGUAGES, line -> Stream.of(line.split("\\s+")));

  /** Whether a word, in small letters, is on the list. */
  boolean has(String word) {
    return Objects.requireNonNull(WORDS.get(this)).contains(word);
  }

  /**
   * What the files of a folder have under each {@code [topic]}, all languages together.
   *
   * @param entries what a line of a file says
   */
  static <T extends Enum<T>> Map<T, Set<String>> byTopic(
      Class<T> topics,
      String folder,
      List<String> languages,
      Function<String, Stream<String>> entries) {
    Map<T, Set<String>> all = new EnumMap<>(topics);
    for (T topic : topics.getEnumConstants()) {
      all.put(topic, new HashSet<>());
    }
    for (String language : languages) {
      T topic = null;
      for (String line : lines(folder + "/" + language + ".txt")) {
        if (line.startsWith("[")) {
          String name = line.substring(1, line.length() - 1);
          topic = Enum.valueOf(topics, name.toUpperCase(Locale.ROOT));
        } else {
          Set<String> said = Objects.requireNonNull(all.get(Objects.requireNonNull(topic, line)));
          entries.apply(line).forEach(said::add);
        }
      }
    }
    return all;
  }

  /** The lines of a resource, without comments and empty ones. */
  static List<String> lines(String resource) {
    try (InputStream in = WordLists.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the build lost its resource " + resource);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}
