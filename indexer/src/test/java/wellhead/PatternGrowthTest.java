package wellhead;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The work of every pattern that reads what users hand in grows as its text does. Counted are the
 * characters that the matcher looks at, over texts made of what the pattern itself looks for.
 */
class PatternGrowthTest {
  private static final int LENGTH = 2_000;

  /** Those that are never searched for, but held against a text from its beginning. */
  private static final Set<String> FROM_THE_BEGINNING =
      Set.of("ContentKind.BEFORE_FEED", "SourceName.HOST", "Forgetting.RECORD");

  /** What texts are made of, besides the pattern's own letters. */
  private static final List<String> PIECES =
      List.of(
          " ",
          Character.toString(10),
          "\r\n",
          "\t",
          "a",
          "A",
          "0",
          "0,",
          "000,",
          "0.",
          "a.",
          "a-",
          "-",
          "<",
          "<a",
          "<a ",
          "</a",
          "<!--",
          "<?",
          "<!DOCTYPE ",
          "<!DOCTYPE rss [",
          "<![CDATA[",
          "<!ENTITY",
          "<meta ",
          "<meta charset=",
          "<rss ",
          "<item ",
          "&",
          "&#",
          "&amp",
          "{",
          "{\"",
          "[{",
          "\"a\":",
          "\"version\":",
          "From a ",
          "From a Mon Jan 01 00:00:00 ",
          "A:\n",
          "A:\n ",
          "HTTP/1.1 200 ",
          "_0.",
          "/_0.cfs",
          "_",
          "a#",
          "a#1",
          "process 1",
          "charset=",
          ";charset",
          "a@a ",
          "a@a (",
          "20260703T100000Z",
          "2026-07-03",
          "é",
          "\uD83D\uDE00",
          "1k",
          "q1'",
          "fy ",
          "USD",
          "+",
          "++");

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
            .importPackages(
                "wellhead.schema",
                "wellhead.indexer.capture",
                "wellhead.indexer.index",
                "wellhead.indexer.cli")) {
      for (JavaField field : type.getFields()) {
        if (field.getRawType().isEquivalentTo(Pattern.class)
            && field.getModifiers().toString().contains("STATIC")) {
          Field reflected = field.reflect();
          reflected.setAccessible(true);
          patterns.add(
              new Named(
                  type.getSimpleName() + "." + field.getName(), (Pattern) reflected.get(null)));
        }
      }
    }
    assertThat(patterns).hasSizeGreaterThan(20);
    return patterns;
  }

  @ParameterizedTest
  @MethodSource("patterns")
  void looksAtNoMoreThanItsTextIsLong(Named named) {
    for (String piece : pieces(named.pattern)) {
      for (String end : List.of("", "\u0000")) {
        long small = work(named, repeated(piece, LENGTH) + end);
        long large = work(named, repeated(piece, 4 * LENGTH) + end);
        assertThat(large)
            .as("%s over %s: %s, then %s", named, piece, small, large)
            .isLessThan(5 * small + 64 * LENGTH);
      }
    }
  }

  private static Set<String> pieces(Pattern pattern) {
    var pieces = new LinkedHashSet<>(PIECES);
    Matcher literal = Pattern.compile("[A-Za-z<&!\\[:/_.-]{2,}").matcher(pattern.pattern());
    while (literal.find()) {
      pieces.add(literal.group());
      pieces.add(literal.group() + " ");
    }
    return pieces;
  }

  private static String repeated(String piece, int length) {
    return piece.repeat(length / piece.length());
  }

  private static long work(Named named, String text) {
    var counted = new Counted(text);
    Matcher matcher = named.pattern.matcher(counted);
    while (!FROM_THE_BEGINNING.contains(named.name) && matcher.find()) {
      // to the end
    }
    matcher.reset();
    boolean unused = matcher.matches();
    unused = matcher.lookingAt();
    return counted.looked;
  }

  /** A text that counts how often it is looked at. */
  private static final class Counted implements CharSequence {
    private final String text;
    private long looked;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      looked++;
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
