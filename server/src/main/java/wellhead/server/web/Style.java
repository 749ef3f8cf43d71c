package wellhead.server.web;

/** How words are set off in a terminal (ECMA-48, select graphic rendition), or not at all. */
enum Style {
  TITLE("1"),
  FOUND("1;33"),
  FACTS("2"),
  NOTE("3");

  private static final String RESET = "\u001B[0m";

  private final String code;

  Style(String code) {
    this.code = code;
  }

  String set(String text, boolean colour) {
    return colour && !text.isEmpty() ? "\u001B[" + code + "m" + text + RESET : text;
  }
}
