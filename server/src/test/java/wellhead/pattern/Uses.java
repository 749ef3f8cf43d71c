package wellhead.pattern;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How the program's text uses its patterns: one that is held against a whole text, or its
 * beginning, is tried at one place; one that is searched for, at every place.
 */
final class Uses {
  private static final Pattern SEARCHES =
      Pattern.compile("\\.(?:find|results|replaceAll|replaceFirst|appendReplacement)\\(");

  private final List<String> texts = new ArrayList<>();
  private final List<String> files = new ArrayList<>();

  Uses(List<Path> folders) throws IOException {
    for (Path folder : folders) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.filter(p -> p.toString().endsWith(".java")).toList()) {
          files.add(path.getFileName().toString().replace(".java", ""));
          texts.add(Files.readString(path).replaceAll("\\s+", " ").replace(" .", "."));
        }
      }
    }
  }

  /** Whether it is searched for anywhere, as far as can be told. */
  boolean isSearched(NamedPattern pattern) {
    if (pattern.place().contains(" in line ")) {
      return !pattern.place().startsWith("matches");
    }
    String file = pattern.type().substring(pattern.type().lastIndexOf('.') + 1);
    for (int i = 0; i < files.size(); i++) {
      String called = files.get(i).equals(file) ? pattern.place() : pattern.name();
      if (isSearched(called, texts.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSearched(String name, String text) {
    Matcher uses =
        Pattern.compile(
                "(?:Matcher (\\w+) = ?)?(?<![\\w.])" + Pattern.quote(name) + "\\b(?! ?=)(\\.\\w+)?")
            .matcher(text);
    while (uses.find()) {
      String call = uses.group(2);
      if (call == null || !List.of(".matcher", ".pattern", ".asMatchPredicate").contains(call)) {
        return true;
      }
      if (call.equals(".matcher") && searches(uses.group(1), text, uses.end())) {
        return true;
      }
    }
    return false;
  }

  /**
   * @param variable that holds the matcher; {@code null} when it is used at once
   * @param at where the matcher's argument begins
   */
  private static boolean searches(String variable, String text, int at) {
    if (variable != null) {
      return Pattern.compile("\\b" + variable + SEARCHES).matcher(text).find();
    }
    int depth = 0;
    int end = at;
    do {
      depth += text.charAt(end) == '(' ? 1 : text.charAt(end) == ')' ? -1 : 0;
      end++;
    } while (depth > 0);
    return !text.startsWith(".matches()", end) && !text.startsWith(".lookingAt()", end);
  }
}
