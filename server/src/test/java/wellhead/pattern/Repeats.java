package wellhead.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a pattern as somebody does who wants to hang it: for each part that may come again and
 * again, what to put before it, and what to repeat.
 *
 * <p>It knows as much of the notation as the program's patterns use; what it takes for a letter and
 * is none makes a text that hangs nothing, and no failure.
 */
final class Repeats {
  private static final String SIGNS =
      " a1.,-\n\tA0z9Z_/:;|()[]<>\"'&#@+*=%$€£é–—·•’“”…!?{}\\^~`b2hmnprstuxT\r\u00a0\u2028\u00df\u0000";

  /** Of a class, so many signs are tried. */
  private static final int OF_A_CLASS = 3;

  /** Of alternatives, so many. */
  private static final int OF_ALL = 4;

  /**
   * @param before what the pattern wants before
   * @param again what may be repeated
   */
  record Repeat(String before, String again) {}

  private final String pattern;
  private final int flags;
  private final Set<Repeat> found = new LinkedHashSet<>();
  private int at;

  private Repeats(Pattern pattern) {
    this.pattern = pattern.pattern();
    flags = pattern.flags();
  }

  static Set<Repeat> of(Pattern pattern) {
    var repeats = new Repeats(pattern);
    repeats.alternatives(List.of(""));
    return repeats.found;
  }

  /** Texts that fit what is read up to a bracket or the end, behind each of some beginnings. */
  private List<String> alternatives(List<String> before) {
    var texts = new ArrayList<String>();
    do {
      texts.addAll(sequence(before));
    } while (take("|"));
    return few(texts);
  }

  private List<String> sequence(List<String> before) {
    List<String> texts = List.of("");
    while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
      List<String> standing = joined(before, texts);
      List<String> atom = atom(standing);
      boolean absent = quantifier(standing, atom);
      List<String> longer = joined(texts, atom);
      if (absent) {
        longer.addAll(texts);
      }
      texts = few(longer);
    }
    return texts;
  }

  /** Returns whether what it stands behind may be absent. */
  private boolean quantifier(List<String> before, List<String> atom) {
    int from = at;
    boolean absent = take("*") || take("?");
    boolean counted = !absent && !take("+") && at < pattern.length() && pattern.charAt(at) == '{';
    if (counted) {
      at = pattern.indexOf('}', at) + 1;
      absent = pattern.startsWith("{0", from);
    }
    if (at > from) {
      for (String start : few(before)) {
        for (String again : atom) {
          if (!again.isEmpty()) {
            found.add(new Repeat("", again));
            found.add(new Repeat(start, again));
          }
        }
      }
      boolean unused = take("+") || take("?"); // possessive, reluctant
    }
    return absent;
  }

  private List<String> atom(List<String> before) {
    char c = pattern.charAt(at);
    return switch (c) {
      case '(' -> group(before);
      case '[' -> ofClass(classEnd());
      case '\\' -> escaped();
      case '^', '$' -> {
        at++;
        yield List.of("");
      }
      case '.' -> ofClass(at + 1);
      default -> {
        int end = pattern.offsetByCodePoints(at, 1);
        String letter = pattern.substring(at, end);
        at = end;
        yield List.of(letter);
      }
    };
  }

  private List<String> group(List<String> before) {
    at++;
    boolean looks = false;
    if (take("?")) {
      looks = take("=") || take("!") || take("<=") || take("<!");
      if (!looks && take("<")) {
        at = pattern.indexOf('>', at) + 1;
      } else if (!looks && !take(":") && !take(">")) {
        while (":)".indexOf(pattern.charAt(at)) < 0) {
          at++; // flags
        }
        if (take(")")) {
          return List.of("");
        }
        at++;
      }
    }
    List<String> inside = alternatives(before);
    at++;
    return looks ? List.of("") : inside;
  }

  private List<String> escaped() {
    char c = pattern.charAt(at + 1);
    if ("bBAzZG".indexOf(c) >= 0) {
      at += 2;
      return List.of("");
    }
    if (c == 'Q') {
      int end = pattern.indexOf("\\E", at);
      String quoted = pattern.substring(at + 2, end < 0 ? pattern.length() : end);
      at = end < 0 ? pattern.length() : end + 2;
      return List.of(quoted);
    }
    if (Character.isDigit(c)) {
      at += 2;
      return List.of(""); // what a group took; whatever it was stands there already
    }
    boolean named = "pPxuN".indexOf(c) >= 0 && pattern.startsWith("{", at + 2);
    int fixed = c == 'u' ? 6 : c == 'x' ? 4 : "pP".indexOf(c) >= 0 ? 3 : 2;
    return ofClass(named ? pattern.indexOf('}', at) + 1 : at + fixed);
  }

  private int classEnd() {
    int depth = 0;
    for (int i = at; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '[') {
        depth++;
      } else if (c == ']' && --depth == 0) {
        return i + 1;
      }
    }
    throw new AssertionError("a class without an end in " + pattern);
  }

  /** Signs that fit what stands between here and an end. */
  private List<String> ofClass(int end) {
    Pattern one = Pattern.compile(pattern.substring(at, end), flags);
    at = end;
    return SIGNS
        .codePoints()
        .mapToObj(Character::toString)
        .filter(sign -> one.matcher(sign).matches())
        .limit(OF_A_CLASS)
        .toList();
  }

  private boolean take(String sign) {
    boolean there = pattern.startsWith(sign, at);
    at += there ? sign.length() : 0;
    return there;
  }

  private static List<String> joined(List<String> left, List<String> right) {
    var all = new ArrayList<String>();
    for (String one : left) {
      for (String other : right) {
        all.add(one + other);
      }
    }
    return all;
  }

  /** The shortest, the longest, and some between. */
  private static List<String> few(List<String> texts) {
    List<String> all =
        texts.stream().distinct().sorted(Comparator.comparingInt(String::length)).toList();
    if (all.size() <= OF_ALL) {
      return new ArrayList<>(all);
    }
    var some = new ArrayList<String>();
    for (int i = 0; i < OF_ALL; i++) {
      some.add(all.get(i * (all.size() - 1) / (OF_ALL - 1)));
    }
    return some;
  }
}
