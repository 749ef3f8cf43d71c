package wellhead.server.web;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import wellhead.story.ObeyedCharacter;

/**
 * What terminals obey instead of showing it, such as U+202E, is written as JSON's own escape: to
 * whoever reads the JSON it is the same, and to whoever looks at it, it is seen.
 */
final class ObeyedEscapes extends CharacterEscapes {
  private static final long serialVersionUID = 1;

  private static final int C1 = 0x80;
  private static final int C1_ENDS = 0xA0;

  @Override
  public int[] getEscapeCodesForAscii() {
    int[] codes = standardAsciiEscapesForJSON();
    codes[0x7F] = ESCAPE_STANDARD;
    return codes;
  }

  @Override
  public @Nullable SerializableString getEscapeSequence(int c) {
    boolean control = c >= C1 && c < C1_ENDS;
    boolean half = c <= Character.MAX_VALUE && Character.isSurrogate((char) c);
    return control || (!half && ObeyedCharacter.is(c))
        ? new SerializedString(String.format(Locale.ROOT, "\\u%04x", c))
        : null;
  }
}
