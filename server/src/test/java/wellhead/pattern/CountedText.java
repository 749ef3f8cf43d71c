package wellhead.pattern;

/** A text that counts how often it is looked at, and may not be looked at too often. */
final class CountedText implements CharSequence {
  /** It was. */
  static final class TooOftenException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private final String text;
  private final long limit;
  private long looks;

  CountedText(String text, long limit) {
    this.text = text;
    this.limit = limit;
  }

  long looks() {
    return looks;
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    if (++looks > limit) {
      throw new TooOftenException();
    }
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
