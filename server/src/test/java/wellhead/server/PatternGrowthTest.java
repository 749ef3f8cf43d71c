package wellhead.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every pattern of the server looks at a text of twice the length no more than twice as often, be
 * it put together by somebody who has read the pattern.
 */
class PatternGrowthTest {
  private static final int LENGTH = 300;

  /** The same text in full length, for what runs out of stack before it runs out of time. */
  private static final int LONGEST = 5_000;

  private static final List<String> SIGNS =
      List.of(
          "a", "é", "1", " ", "\n", "-", "/", "*", ",", ".", "'s", "\"", ":", "(", "<", "=", "&");

  private static final List<String> ENDS = List.of("", "!", "x", "\u0000", "/", ":");

  record Named(String name, Pattern pattern) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Named> patterns() throws ReflectiveOperationException {
    var patterns = new ArrayList<Named>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("wellhead.server")) {
      for (JavaField field : type.getFields()) {
        if (field.getRawType().isEquivalentTo(Pattern.class)
            && field.getModifiers().contains(JavaModifier.STATIC)) {
          Field reflected = field.reflect();
          reflected.setAccessible(true);
          patterns.add(
              new Named(
                  type.getSimpleName() + "." + field.getName(), (Pattern) reflected.get(null)));
        }
      }
    }
    return patterns;
  }

  @Test
  void thereArePatterns() throws ReflectiveOperationException {
    assertThat(patterns()).hasSizeGreaterThan(20);
  }

  @ParameterizedTest
  @MethodSource("patterns")
  void looksAtALongerTextNoMoreOftenThanItIsLonger(Named pattern) {
    for (String unit : units(pattern.pattern)) {
      for (String end : ENDS) {
        long once = looks(pattern.pattern, unit.repeat(LENGTH) + end);
        long twice = looks(pattern.pattern, unit.repeat(2 * LENGTH) + end);
        assertThat(twice)
            .as("%s on many '%s', then '%s'", pattern.pattern, unit, end)
            .isLessThan(3 * once + 1_000);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("patterns")
  void needsNoMoreStackForALongerText(Named pattern) {
    for (String unit : units(pattern.pattern)) {
      Matcher whole = pattern.pattern.matcher(unit.repeat(LONGEST));
      assertThat(whole.matches() && !whole.lookingAt()).isFalse();
    }
  }

  /** Signs, and words of the pattern itself, alone and by twos. */
  private static Set<String> units(Pattern pattern) {
    var own = new LinkedHashSet<String>();
    Matcher words = Pattern.compile("\\w{2,}|[^\\w\\s\\\\]").matcher(pattern.pattern());
    while (words.find()) {
      own.add(words.group());
    }
    var units = new LinkedHashSet<>(SIGNS);
    units.addAll(own);
    for (String one : own) {
      for (String other : List.of("a", "1", "/", " ")) {
        units.add(one + other);
        units.add(other + one);
      }
    }
    return units;
  }

  private static long looks(Pattern pattern, String text) {
    var watched = new Watched(text);
    pattern.matcher(watched).matches();
    pattern.matcher(watched).lookingAt();
    Matcher finding = pattern.matcher(watched);
    while (finding.find()) {
      // each find goes on from the last
    }
    return watched.looks;
  }

  /** Counts how often it is looked at. */
  private static final class Watched implements CharSequence {
    private final String text;
    private long looks;

    Watched(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      looks++;
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
}
