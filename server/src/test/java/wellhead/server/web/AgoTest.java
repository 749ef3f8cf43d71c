package wellhead.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wellhead.story.Interval;

class AgoTest {
  private static final Instant NOW = Instant.parse("2026-07-06T10:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // earliest           | latest               | words
        "2026-07-06T09:59:30Z | 2026-07-06T09:59:59Z | just now",
        "2026-07-06T09:30:00Z | 2026-07-06T09:31:00Z | 29 minutes ago",
        "2026-07-06T08:00:00Z | 2026-07-06T08:30:00Z | 1 hour ago",
        "2026-07-05T12:00:00Z | 2026-07-05T13:00:00Z | 21 hours ago",
        "2026-07-02T22:00:00Z | 2026-07-03T22:00:00Z | 3 days ago",
        "2026-06-01T00:00:00Z | 2026-06-01T23:59:59Z | 4 weeks ago",
        "2026-01-01T00:00:00Z | 2026-01-31T23:59:59Z | 5 months ago",
        "2020-01-01T00:00:00Z | 2020-12-31T23:59:59Z | 6 years ago",
        // the interval reaches over now, or tells one end only
        "2026-07-05T00:00:00Z | 2026-07-06T23:59:59Z | ''",
        "2026-07-06T00:00:00Z | -                    | ''",
        "-                    | 2023-10-19T12:00:00Z | at least 2 years ago",
        "-                    | 2026-07-07T00:00:00Z | ''",
        // a site whose clock is ahead
        "2026-07-06T13:00:00Z | 2026-07-06T13:00:00Z | 3 hours from now",
      })
  void tellsNoMoreThanIsKnown(@Nullable Instant earliest, @Nullable Instant latest, String words) {
    assertThat(Ago.words(new Interval(earliest, latest), NOW)).isEqualTo(words);
  }
}
