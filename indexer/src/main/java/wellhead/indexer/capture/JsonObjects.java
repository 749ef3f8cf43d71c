package wellhead.indexer.capture;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Stories in an array of JSON, as scrapers write by default, or one after the other with their
 * fields on lines of their own, as {@code jq} prints them. Each is what a line of {@link JsonLines}
 * is; behind a mistake in the notation nothing can be told apart, so that the rest is rejected.
 */
final class JsonObjects implements Captures {
  /** Behind one object another may follow. */
  private static final ObjectReader ONE =
      JsonStory.JSON.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Allowance in;
  private final JsonParser parser;
  private final Origin origin;
  private final JsonCaptures stories;
  private int number = -1;
  private boolean ended;

  JsonObjects(InputStream in, Origin origin, JsonCaptures stories) throws IOException {
    this.in = new Allowance(in);
    this.parser = JsonStory.JSON.createParser(this.in);
    this.origin = origin;
    this.stories = stories;
  }

  /** Gives so many bytes and no more until it is renewed: no object is held that is longer. */
  private static final class Allowance extends FilterInputStream {
    private static final int MOST = Limits.LINE_BYTES;

    private int left = MOST;

    Allowance(InputStream in) {
      super(in);
    }

    void renew() {
      left = MOST;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (left == 0) {
        throw new TooLongException();
      }
      int got = super.read(bytes, offset, Math.min(length, left));
      left -= Math.max(0, got);
      return got;
    }
  }

  /** An object goes on for too long. */
  private static final class TooLongException extends IOException {}

  @Override
  public @Nullable Outcome next() throws IOException {
    if (ended) {
      return null;
    }
    number++;
    in.renew();
    int line = 1;
    try {
      JsonToken token = parser.nextToken();
      while (token == JsonToken.END_ARRAY
          || (token == JsonToken.START_ARRAY && parser.getParsingContext().getParent().inRoot())) {
        token = parser.nextToken();
      }
      if (token == null) {
        ended = true;
        return number == 0 ? new Outcome.Empty(origin.shown()) : null;
      }
      line = parser.currentTokenLocation().getLineNr();
      int around = parser.getParsingContext().getNestingDepth() - 1;
      JsonNode object;
      try {
        object = ONE.readTree(parser);
      } catch (MismatchedInputException e) { // a mistake within one object, not in the notation
        leave(around);
        return rejected(line, Cause.BAD_JSON, NotJson.said(e));
      }
      byte[] json = JsonStory.JSON.writeValueAsBytes(object);
      return stories.read(json, origin.withRecord(number), line);
    } catch (TooLongException e) {
      return rejectedRest(
          line,
          Cause.LINE_TOO_LONG,
          "a story longer than " + (Limits.LINE_BYTES >> 20) + " MiB; split it");
    } catch (StreamConstraintsException e) {
      return rejectedRest(line, NotJson.beyond(e), "JSON: " + NotJson.said(e));
    } catch (JsonProcessingException e) {
      return rejectedRest(
          e.getLocation() == null ? line : e.getLocation().getLineNr(),
          Cause.BAD_JSON,
          "not JSON, nor can what follows be told apart: "
              + NotJson.said(e)
              + "; write a story a line");
    }
  }

  /** Goes on to the end of the object that lies so deep. */
  private void leave(int around) throws IOException {
    while (parser.getParsingContext().getNestingDepth() > around) {
      if (parser.nextToken() == null) {
        return;
      }
    }
  }

  private Outcome rejectedRest(int line, Cause cause, String reason) {
    ended = true;
    return rejected(line, cause, reason);
  }

  private Outcome rejected(int line, Cause cause, String reason) {
    return new Outcome.Rejected(
        new Rejection(origin.shown(), number, Math.max(1, line), cause, reason));
  }
}
