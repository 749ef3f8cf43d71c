package wellhead.indexer.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnyTextTest {
  private static final Instant CAPTURE = Instant.parse("2025-07-08T07:46:30Z");
  private static final String[] PIECES = {
    "4",
    "99999999999999999999",
    "0",
    "days",
    "ago",
    " ",
    "\t",
    "\u00a0",
    "m",
    "M",
    "h",
    ".",
    ",",
    ":",
    "-",
    "/",
    "(",
    ")",
    "•",
    "2025",
    "13",
    "31",
    "Feb",
    "Oct",
    "vor",
    "il y a",
    "hace",
    "년",
    "月",
    "日",
    "前",
    "小时",
    "half an hour",
    "over",
    "about",
    "Updated",
    "am",
    "PM",
    "GMT",
    "+",
    "Z",
    "T",
    "½",
    "²",
    "①",
    "٣",
    "\u200b",
    "\u00ad",
    "\ud83d\ude00",
    "\ud83d",
    "İ",
    "ı",
    "yesterday",
    "\n",
    "'",
    "last week",
    "Monday",
    "14:05",
    "24:61",
    "30.02.2025",
    "29 Feb",
    "\u0301"
  };

  @Test
  void noTextThrows() {
    long seed = Long.getLong("seed", System.nanoTime());
    var random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      var text = new StringBuilder();
      for (int n = random.nextInt(9); n >= 0; n--) {
        text.append(
            random.nextInt(10) == 0
                ? Character.toString(random.nextInt(0x10FFFF + 1))
                : PIECES[random.nextInt(PIECES.length)]);
        text.append(random.nextBoolean() ? " " : "");
      }
      assertThatCode(() -> read(text.toString()))
          .as("-Dseed=%d: [%s]", seed, text)
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4 ",
        "4 days ",
        "(",
        "1",
        "a",
        "about ",
        "\ud83d\ude00",
        " ",
        "\u0301",
        "小",
        "• ",
        "1d 2h "
      })
  void veryLongTextsAreRead(String piece) {
    String text = piece.repeat(100_000 / piece.length());
    assertThatCode(() -> read(text)).doesNotThrowAnyException();
    assertThat(LabelParser.parse(text)).isEmpty();
  }

  private static void read(String text) {
    for (Instant capture : new Instant[] {null, CAPTURE}) {
      var reference = new Reference(capture, null, Duration.ZERO);
      LabelParser.parse(text).ifPresent(l -> Resolver.resolve(l, reference));
      LabelParser.parseLine(text)
          .ifPresent(l -> {
            Resolver.resolve(l.label(), reference);
            assertThat(text).contains(l.headline()).contains(l.printed());
          });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "tr", "ar", "th-TH-u-nu-thai"})
  void theMachinesLocaleAndZonePlayNoPart(String tag) {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(tag));
      TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
      assertThat(Labels.show("5 MINUTES AGO")).isEqualTo("5min");
      assertThat(Labels.show("FRI, JUL 4, 2025 9:30 PM EDT")).isEqualTo("2025-07-04T21:30 -04:00");
      assertThat(Labels.show("3 DAKİKA ÖNCE")).isEqualTo("3min");
      var label = LabelParser.parse("2025-03-09 02:30").orElseThrow();
      var reference = new Reference(CAPTURE, java.time.ZoneOffset.UTC, Duration.ZERO);
      assertThat(Resolver.resolve(label, reference).orElseThrow().hull())
          .hasToString("Interval[earliest=2025-03-09T02:30:00Z, latest=2025-03-09T02:31:00Z]");
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }
}
