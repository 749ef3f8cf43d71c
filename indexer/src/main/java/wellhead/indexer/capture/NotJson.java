package wellhead.indexer.capture;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.regex.Pattern;

/** Why a text is no JSON, as the library has it, for people. */
public final class NotJson {
  private static final int MOST = 300;

  /** Where an object began, in terms of how the library was set up. */
  private static final Pattern SOURCE = Pattern.compile(" \\(start marker at \\[Source: .*?\\]\\)");

  private NotJson() {}

  /** On one line, without the place, which whoever asks knows better. */
  public static String said(JsonProcessingException e) {
    String all = String.valueOf(e.getOriginalMessage()).replaceAll("\\s+", " ");
    String said = SOURCE.matcher(all).replaceAll("");
    return said.length() <= MOST ? said : said.substring(0, MOST) + "...";
  }
}
