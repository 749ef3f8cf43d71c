package wellhead.indexer.capture;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a library says, by a part of it, and what that means to people who never heard of it.
 *
 * @param said what it says; a named part is cut short where it is taken, lest it be long
 * @param means with {@code $1} for the part that it names, {@code $2} for the next
 */
record Meaning(Pattern said, String means) {
  private static final String OTHER = "a mistake in its notation";

  static Meaning of(String said, String means) {
    return new Meaning(Pattern.compile(said), means);
  }

  /** By the first that fits. */
  static String of(List<Meaning> meanings, String said) {
    for (Meaning meaning : meanings) {
      Matcher found = meaning.said.matcher(said);
      if (found.find()) {
        String means = meaning.means;
        for (int i = found.groupCount(); i > 0; i--) {
          means = means.replace("$" + i, found.group(i));
        }
        return means;
      }
    }
    return OTHER;
  }
}
