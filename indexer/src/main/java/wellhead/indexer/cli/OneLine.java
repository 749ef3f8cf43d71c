package wellhead.indexer.cli;

/**
 * What was named by others, as part of one line on a terminal: a file's name may hold line breaks,
 * and characters that terminals obey.
 */
final class OneLine {
  private OneLine() {}

  /** The text with its control characters as a shell's {@code $'...'} writes them. */
  static String of(Object text) {
    var line = new StringBuilder();
    String.valueOf(text)
        .chars()
        .forEach(c -> {
          switch (c) {
            case '\n' -> line.append("\\n");
            case '\r' -> line.append("\\r");
            case '\t' -> line.append("\\t");
            default -> {
              if (Character.isISOControl(c)) {
                line.append("\\x").append(Character.forDigit(c >> 4, 16));
                line.append(Character.forDigit(c & 0xF, 16));
              } else {
                line.append((char) c);
              }
            }
          }
        });
    return line.toString();
  }
}
