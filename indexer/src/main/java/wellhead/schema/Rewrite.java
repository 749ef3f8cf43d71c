package wellhead.schema;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern of characters and what takes its place.
 *
 * <p>Only the neighbourhood of a character that every match needs is searched, seeing what stands
 * around it; the result is that of searching the whole text.
 *
 * @param needed the character, or {@link #DIGIT}
 * @param replacement in which {@code $1} is the first group, empty where it has no part in the
 *     match
 */
record Rewrite(char needed, Pattern pattern, String replacement) {
  /** Stands for any digit. */
  static final char DIGIT = '0';

  /** How far from the needed character a match may begin and end. */
  static final int REACH = 12;

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException when it is none
   */
  static Rewrite parse(String line) {
    String[] columns = line.split("\t", 3);
    if (columns.length < 3 || columns[0].length() != 1) {
      throw new IllegalArgumentException(
          "a rewrite is 'character, pattern, replacement' with tabs between: " + line);
    }
    // the reader of resources strips lines
    String replacement = columns[2].equals("SPACE") ? " " : columns[2].replace("SPACE", " ");
    if (!replacement.matches("(?:[^$\\\\]++|\\$[1-9]){0,99}+")) {
      throw new IllegalArgumentException("in a replacement, $1 to $9 are groups: " + line);
    }
    return new Rewrite(columns[0].charAt(0), Pattern.compile(columns[1]), replacement);
  }

  /** The text with every match replaced; the same object when there is none. */
  RewrittenText applyTo(RewrittenText text) {
    String before = text.text();
    int near = nextNeeded(before, 0);
    if (near == before.length()) {
      return text;
    }
    Matcher matcher = pattern.matcher(before);
    matcher.useTransparentBounds(true).useAnchoringBounds(false);
    var rewriting = new RewrittenText.Rewriting(text);
    while (near < before.length()) {
      int from = Math.max(rewriting.end(), near - REACH);
      int to = near;
      for (; near < before.length() && near - REACH <= to; near = nextNeeded(before, near + 1)) {
        to = near + REACH;
      }
      matcher.region(from, Math.min(to, before.length()));
      while (matcher.find()) {
        rewriting.replace(matcher.start(), matcher.end(), replacement(matcher));
      }
    }
    return rewriting.result();
  }

  private int nextNeeded(String text, int from) {
    if (needed != DIGIT) {
      int found = text.indexOf(needed, from);
      return found < 0 ? text.length() : found;
    }
    int at = from;
    while (at < text.length() && !(text.charAt(at) >= '0' && text.charAt(at) <= '9')) {
      at++;
    }
    return at;
  }

  private String replacement(Matcher match) {
    var filled = new StringBuilder();
    boolean named = false;
    for (int i = 0; i < replacement.length(); i++) {
      char c = replacement.charAt(i);
      if (named) {
        String group = match.group(c - '0');
        filled.append(group == null ? "" : group);
      } else if (c != '$') {
        filled.append(c);
      }
      named = c == '$';
    }
    return filled.toString();
  }
}
