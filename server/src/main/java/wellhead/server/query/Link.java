package wellhead.server.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A link that somebody pasted.
 *
 * @param address without a scheme where it was typed without
 * @param words the title in its path, as sites write it; empty when that has none
 */
record Link(String address, Optional<String> words) {
  private static final Pattern WITH_SCHEME =
      Pattern.compile("(?i)https?://[^\\s/\"“”„]+[^\\s\"“”„]*");

  /**
   * A host and a path: "a.example/news", but not "and/or". A host has 127 labels of 63 letters at
   * most (RFC 1035); more would only take stack.
   */
  private static final Pattern WITHOUT_SCHEME =
      Pattern.compile("(?i)(?:[a-z0-9-]{1,63}+\\.){1,126}+[a-z]{2,63}+/[^\\s\"“”„]+");

  /** What ends a sentence or its brackets, and no link. */
  private static final String BEHIND = ")].,;!>'\"";

  private static final Pattern ENDING = Pattern.compile("(?i)\\.(?:html?|php|aspx?|jsp)$");

  /** A word of a title, but no number that names a story. */
  private static final Pattern WORD = Pattern.compile("(?=.*\\p{L})[\\p{L}\\p{N}]{1,30}");

  /** Words that a path must have to be a title. */
  private static final int FEWEST = 3;

  /** The link that a text is; empty when it is none. */
  static Optional<Link> of(String text) {
    int end = text.length();
    while (end > 0 && BEHIND.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    String address = text.substring(0, end);
    if (!WITH_SCHEME.matcher(address).matches() && !WITHOUT_SCHEME.matcher(address).matches()) {
      return Optional.empty();
    }
    return Optional.of(new Link(address, title(address)));
  }

  private static Optional<String> title(String address) {
    String path = address.replaceFirst("^(?i)https?://", "").replaceFirst("[?#].*$", "");
    return Arrays.stream(path.split("/"))
        .skip(1)
        .map(segment -> ENDING.matcher(segment).replaceFirst(""))
        .map(segment ->
            Arrays.stream(segment.split("[-_+]|%20"))
                .filter(word -> WORD.matcher(word).matches())
                .collect(Collectors.toList()))
        .filter(words -> words.size() >= FEWEST)
        .reduce((first, longer) -> longer.size() >= first.size() ? longer : first)
        .map(words -> String.join(" ", words).toLowerCase(Locale.ROOT));
  }

  /** The tokens of a query that asks for it: by the link itself, or by the title in it. */
  List<Token> tokens(int position) {
    var link = new Token.Field(position, Token.Field.Name.LINK);
    var value = new Token.Word(position, address, address);
    return words
        .map(title ->
            List.<Token>of(
                new Token.Open(position),
                link,
                value,
                new Token.Or(position),
                new Token.Word(position, title, title),
                new Token.Close(position)))
        .orElse(List.of(link, value));
  }
}
