package wellhead.indexer.time;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.time.Label.Role;
import wellhead.indexer.time.Reading.Footing;
import wellhead.indexer.time.Vocabulary.Topic;

/**
 * Reads a label in any of the languages.
 *
 * <pre>
 * label = [(PUBLISHED | MODIFIED) [":" | "-" | "|" | "·" | "•"] [ON | AT] | ON] (NOW | age | date)
 * </pre>
 */
final class LabelGrammar {
  private static final List<String> BEHIND_ROLE = List.of(":", "-", "|", "·", "•", "/");

  private LabelGrammar() {}

  /** The longest label that begins at a token; on a tie, that of the first language. */
  static Optional<Reading> longest(List<Token> tokens, int at) {
    return longest(tokens, at, Openings.languages(tokens, at));
  }

  /**
   * The same among some of the languages.
   *
   * @param languages a bit each, in the order of {@link Vocabulary#ALL}
   */
  static Optional<Reading> longest(List<Token> tokens, int at, int languages) {
    Reading best = null;
    for (int left = languages; left != 0; left &= left - 1) {
      Vocabulary words = Vocabulary.ALL.get(Integer.numberOfTrailingZeros(left));
      var reading = in(words, tokens, at);
      if (reading.isPresent() && (best == null || reading.get().next() > best.next())) {
        best = reading.get();
      }
    }
    return Optional.ofNullable(best);
  }

  private static Optional<Reading> in(Vocabulary words, List<Token> tokens, int at) {
    var cursor = new Cursor(tokens, words, at);
    boolean modified = cursor.skip(Topic.MODIFIED);
    boolean published = !modified && cursor.skip(Topic.PUBLISHED);
    if (modified || published) {
      role(cursor);
    }
    boolean on = !modified && !published && cursor.skip(Topic.ON);
    boolean age = on && AgeGrammar.read(new Cursor(tokens, words, cursor.at)).isPresent();
    if (age) {
      return Optional.empty(); // "em 2 horas" is in the future
    }
    Role role = modified ? Role.MODIFIED : Role.PUBLISHED;
    return bare(words, tokens, cursor.at)
        .map(r -> r.as(role))
        .map(r -> on ? r.weaker(Footing.SET_OFF) : r);
  }

  private static void role(Cursor cursor) {
    cursor.skipGlued(".");
    for (String mark : BEHIND_ROLE) {
      if (cursor.skip(mark)) {
        break;
      }
    }
    if (!cursor.skip(Topic.ON)) {
      cursor.skip(Topic.AT);
    }
  }

  /** What a text says that is nothing but the words of a role: "(updated)". */
  static Optional<Role> role(List<Token> tokens) {
    for (Vocabulary words : Vocabulary.ALL) {
      for (Role role : Role.values()) {
        var cursor = new Cursor(tokens, words, 0);
        boolean found = cursor.skip(role == Role.MODIFIED ? Topic.MODIFIED : Topic.PUBLISHED);
        if (found && cursor.at == tokens.size()) {
          return Optional.of(role);
        }
      }
    }
    return Optional.empty();
  }

  /** Whether the label that begins here says for itself which role it has. */
  static boolean saysItsRole(List<Token> tokens, int at) {
    return Vocabulary.ALL.stream()
        .anyMatch(words ->
            words.find(Topic.MODIFIED, tokens, at).isPresent()
                || words.find(Topic.PUBLISHED, tokens, at).isPresent());
  }

  private static Optional<Reading> bare(Vocabulary words, List<Token> tokens, int at) {
    Reading best = now(new Cursor(tokens, words, at)).orElse(null);
    best = longer(best, AgeGrammar.read(new Cursor(tokens, words, at)));
    best = longer(best, DateGrammar.read(new Cursor(tokens, words, at)));
    return Optional.ofNullable(best);
  }

  private static @Nullable Reading longer(@Nullable Reading best, Optional<Reading> other) {
    return other.isPresent() && (best == null || other.get().next() > best.next())
        ? other.get()
        : best;
  }

  private static Optional<Reading> now(Cursor cursor) {
    int start = cursor.at;
    return cursor
        .take(Topic.NOW)
        .map(n -> {
          Footing footing = cursor.at > start + 1 ? Footing.HEAD : Footing.SET_OFF;
          return new Reading(new Label.JustNow(Role.PUBLISHED), cursor.at, footing, true);
        });
  }
}
