package wellhead.indexer.cli;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.time.IsoDurations;
import wellhead.indexer.time.Label;
import wellhead.indexer.time.LabelParser;
import wellhead.indexer.time.Reference;
import wellhead.indexer.time.Resolver;
import wellhead.story.Interval;
import wellhead.story.Rule;
import wellhead.story.RuleIntervals;

/**
 * How one label is read, as {@code wellhead age} prints it: every key on every line.
 *
 * @param kind "relative", "absolute" or "none"
 * @param earliest {@code null} when there is no interval
 * @param latest {@code null} when there is no interval
 * @param precision the interval's width as an ISO duration
 * @param rule the printer rule the interval follows; {@code null} when it needs none. A label that
 *     the asked rule never prints ("90 mins" rounded) is answered under "hull"
 * @param headline what is left of a line; {@code null} for a label
 * @param role "published" or "modified"; {@code null} when there is no label
 */
@JsonPropertyOrder({"kind", "earliest", "latest", "precision", "rule", "headline", "role"})
record AgeAnswer(
    String kind,
    @Nullable String earliest,
    @Nullable String latest,
    @Nullable String precision,
    @Nullable String rule,
    @Nullable String headline,
    @Nullable String role) {

  static AgeAnswer to(AgeQuestion question) {
    return switch (question.shape()) {
      case LABEL ->
          LabelParser.parseBeside(question.text())
              .flatMap(label -> read(label, null, question))
              .orElse(none(null));
      case LINE ->
          LabelParser.parseLine(question.text())
              .flatMap(line -> read(line.label(), line.headline(), question))
              .orElse(none(question.text().strip()));
      case HEADLINE -> none(question.text().strip());
    };
  }

  /** Empty for a label that cannot be meant: in the future, or before there was a page to age. */
  private static Optional<AgeAnswer> read(
      Label label, @Nullable String headline, AgeQuestion question) {
    var reference = new Reference(question.captured(), question.zone(), Duration.ZERO);
    var resolved = Resolver.resolve(label, reference);
    if (resolved.isEmpty() && question.captured() != null) {
      return Optional.empty();
    }
    return Optional.of(
        resolved
            .map(intervals -> dated(label, headline, intervals, question.rule()))
            .orElseGet(() -> undated(label, headline, question.rule())));
  }

  private static AgeAnswer dated(
      Label label, @Nullable String headline, RuleIntervals intervals, Rule asked) {
    Rule rule = intervals.under(asked).isPresent() ? asked : Rule.HULL;
    Interval interval = intervals.under(rule).orElseThrow();
    return new AgeAnswer(
        kind(label),
        text(interval.earliest()),
        text(interval.latest()),
        interval.width().map(IsoDurations::format).orElse(null),
        label.isRelative() ? rule.wireName() : null,
        headline,
        role(label));
  }

  private static AgeAnswer undated(Label label, @Nullable String headline, Rule asked) {
    String rule = label.isRelative() ? asked.wireName() : null;
    return new AgeAnswer(kind(label), null, null, null, rule, headline, role(label));
  }

  private static AgeAnswer none(@Nullable String headline) {
    return new AgeAnswer("none", null, null, null, null, headline, null);
  }

  private static String kind(Label label) {
    return label.isRelative() ? "relative" : "absolute";
  }

  private static String role(Label label) {
    return label.role().name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
