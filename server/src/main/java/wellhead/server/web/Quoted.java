package wellhead.server.web;

/** A value that a person sent, as it is repeated to them. */
final class Quoted {
  private static final int MAX_LENGTH = 80;

  private Quoted() {}

  /** In quotation marks, shortened so that the sentence around it stays readable. */
  static String text(String value) {
    if (value.length() <= MAX_LENGTH) {
      return "\"" + value + "\"";
    }
    int end = Character.isHighSurrogate(value.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
    return "\"" + value.substring(0, end) + "…\"";
  }
}
