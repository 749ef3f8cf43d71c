package wellhead.server.web;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the plain kinds of parameter. Each refusal names the parameter and says what it takes. */
final class Params {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

  private Params() {}

  static void refuseUnknown(QueryParams params, List<String> known) {
    for (String name : params.names()) {
      if (!known.contains(name)) {
        throw ProblemException.badRequest(
            "unknown_parameter",
            name,
            "There is no parameter " + Quoted.text(name) + ". There are: " + list(known) + ".");
      }
    }
  }

  static void refuseRepeated(QueryParams params, List<String> once) {
    for (String name : once) {
      if (params.all(name).size() > 1) {
        throw ProblemException.badRequest(
            "repeated_parameter", name, name + " is given more than once: give one value.");
      }
    }
  }

  static ZoneId zone(@Nullable String text) {
    if (text == null) {
      return ZoneOffset.UTC;
    }
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw ProblemException.unusable(
          "tz", Quoted.text(text) + " is no time zone: give an IANA name such as Europe/London.");
    }
  }

  static <T> T choice(
      QueryParams given, String name, T[] choices, Function<T, String> wireName, T usual) {
    String text = given.first(name);
    if (text == null) {
      return usual;
    }
    return Arrays.stream(choices)
        .filter(c -> wireName.apply(c).equals(text))
        .findFirst()
        .orElseThrow(() -> notOneOf(name, text, Arrays.stream(choices).map(wireName).toList()));
  }

  /** Several of the choices, with commas between them; none when the parameter is not given. */
  static <T> Set<T> choices(
      QueryParams given, String name, T[] choices, Function<T, String> wireName) {
    String text = given.first(name);
    if (text == null) {
      return Set.of();
    }
    var chosen = new LinkedHashSet<T>();
    for (String part : text.split(",", -1)) {
      chosen.add(
          Arrays.stream(choices)
              .filter(c -> wireName.apply(c).equals(part.strip()))
              .findFirst()
              .orElseThrow(() ->
                  ProblemException.unusable(
                      name,
                      Quoted.text(part)
                          + (" cannot be used for " + name + ": give one or more of ")
                          + list(Arrays.stream(choices).map(wireName).toList())
                          + ", with commas between them.")));
    }
    return chosen;
  }

  static int number(QueryParams given, String name, int usual, int least, int most) {
    String text = given.first(name);
    if (text == null) {
      return usual;
    }
    if (NUMBER.matcher(text).matches()) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw ProblemException.unusable(
        name,
        Quoted.text(text)
            + (" cannot be used for " + name)
            + (": give a whole number from " + least + " to " + most + "."));
  }

  static boolean flag(QueryParams given, String name, boolean usual) {
    String text = given.first(name);
    return switch (text) {
      case null -> usual;
      case "true" -> true;
      case "false" -> false;
      default -> throw notOneOf(name, text, List.of("true", "false"));
    };
  }

  static @Nullable Format format(@Nullable String text, Set<Format> offered) {
    return text == null
        ? null
        : Format.named(text)
            .filter(offered::contains)
            .orElseThrow(
                () -> notOneOf("format", text, offered.stream().map(Format::wireName).toList()));
  }

  static ProblemException notOneOf(String name, String text, List<String> choices) {
    return ProblemException.unusable(
        name, Quoted.text(text) + " cannot be used for " + name + ": give " + list(choices) + ".");
  }

  static String list(List<String> names) {
    return String.join(", ", names);
  }
}
