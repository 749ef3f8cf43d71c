package wellhead.server.web;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request, decoded, in the order given. A bare {@code +} is a space.
 *
 * <p>Read strictly: an escape that is not one, or bytes that are not UTF-8, would otherwise become
 * another query than the one asked.
 */
record QueryParams(Map<String, List<String>> values) {

  static final QueryParams NONE = new QueryParams(Map.of());

  QueryParams {
    var copy = new LinkedHashMap<String, List<String>>();
    values.forEach((name, list) -> copy.put(name, List.copyOf(list)));
    values = Collections.unmodifiableMap(copy);
  }

  /**
   * @param queryString as it stands in the URL, without the question mark; {@code null} when absent
   * @throws ProblemException when it cannot be decoded
   */
  static QueryParams parse(@Nullable String queryString) {
    if (queryString == null || queryString.isEmpty()) {
      return NONE;
    }
    var values = new LinkedHashMap<String, List<String>>();
    for (String pair : queryString.split("&")) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = decode("", equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decode(name, pair.substring(equals + 1));
        values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
      }
    }
    return new QueryParams(values);
  }

  Set<String> names() {
    return values.keySet();
  }

  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** The first value, or nothing. */
  @Nullable String first(String name) {
    List<String> all = all(name);
    return all.isEmpty() ? null : all.getFirst();
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  /** With this parameter set to these values; none takes it away. */
  QueryParams with(String name, List<String> newValues) {
    var copy = new LinkedHashMap<>(values);
    if (newValues.isEmpty()) {
      copy.remove(name);
    } else {
      copy.put(name, newValues);
    }
    return new QueryParams(copy);
  }

  QueryParams with(String name, String value) {
    return with(name, List.of(value));
  }

  QueryParams without(String... names) {
    var copy = new LinkedHashMap<>(values);
    List.of(names).forEach(copy::remove);
    return new QueryParams(copy);
  }

  /** The path with these parameters behind it. */
  String on(String path) {
    if (isEmpty()) {
      return path;
    }
    var joiner = new StringJoiner("&", path + "?", "");
    values.forEach((name, list) -> list.forEach(v -> joiner.add(encode(name) + "=" + encode(v))));
    return joiner.toString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String decode(String param, String text) {
    if (text.indexOf('%') < 0 && text.indexOf('+') < 0 && isAscii(text)) {
      return text;
    }
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(raw.length);
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] == '%') {
        int high = i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
        int low = i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
        if (high < 0 || low < 0) {
          throw malformed(param, "a % that is not followed by two hexadecimal digits");
        }
        bytes.put((byte) (high * 16 + low));
        i += 2;
      } else {
        bytes.put(raw[i] == '+' ? (byte) ' ' : raw[i]);
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException e) {
      throw malformed(param, "bytes that are not UTF-8");
    }
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  private static ProblemException malformed(String param, String what) {
    return ProblemException.badRequest(
        "malformed_encoding",
        param.isEmpty() ? null : param,
        "The address has " + what + ". Percent-encode the text as UTF-8 (a % itself is %25).");
  }
}
