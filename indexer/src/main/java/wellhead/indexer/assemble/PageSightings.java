package wellhead.indexer.assemble;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.capture.Capture;
import wellhead.indexer.page.ParsedPage;
import wellhead.indexer.time.DayOrder;
import wellhead.indexer.time.Label;
import wellhead.indexer.time.Label.Role;
import wellhead.indexer.time.LabelParser;
import wellhead.indexer.time.Reference;
import wellhead.indexer.time.Resolver;
import wellhead.indexer.time.Roles;
import wellhead.story.ArticleText;
import wellhead.story.CaptureRef;
import wellhead.story.Comment;
import wellhead.story.Evidence;
import wellhead.story.Interval;
import wellhead.story.Rule;
import wellhead.story.RuleIntervals;
import wellhead.story.Sighting;

/**
 * A parsed page becomes sightings: every title with the time that its own capture tells. The list
 * and the article are different documents and share neither a time nor a text.
 */
public final class PageSightings {
  private final CaptureRef capture;
  private final Reference reference;
  private final StatedTimes times;
  private final @Nullable DayOrder order;

  private PageSightings(Capture capture, ParsedPage page, StatedTimes times) {
    this.times = times;
    this.order = DayOrder.of(dates(page), capture.ref().capturedAt().instant()).orElse(null);
    this.capture = capture.ref();
    this.reference =
        new Reference(
            this.capture.capturedAt().instant(),
            capture.zone(),
            Reference.USUAL_STALENESS.plus(capture.staleness()));
  }

  /**
   * The rows in page order, then the article.
   *
   * @param times decides which of the times that are stated for machines are believed
   */
  static List<Sighting> of(Capture capture, ParsedPage page, StatedTimes times) {
    var dated = new PageSightings(capture, page, times);
    var sightings = new ArrayList<Sighting>();
    sightings.addAll(ListOrder.place(page.headlines().stream().map(dated::row).toList()));
    if (page.article() != null) {
      sightings.add(dated.article(page.article()));
    }
    return sightings;
  }

  private static List<String> dates(ParsedPage page) {
    var dates = new ArrayList<String>();
    page.headlines().forEach(row -> Optional.ofNullable(row.date()).ifPresent(dates::add));
    Optional.ofNullable(page.article())
        .ifPresent(article -> Optional.ofNullable(article.date()).ifPresent(dates::add));
    return dates;
  }

  private Sighting row(ParsedPage.Headline row) {
    Optional<RuleIntervals> changed = changed(row.updated(), row.date(), row.age());
    Told told =
        told(row.age(), row.date(), row.machineReadable())
            .or(() -> before(changed, row.age()))
            .or(this::firstSeen)
            .orElse(Told.NOTHING);
    return new Sighting(
        capture,
        row.line(),
        row.title(),
        row.url(),
        row.age(),
        row.date(),
        told.published,
        told.evidence,
        null,
        updated(changed, told));
  }

  private Sighting article(ParsedPage.Article article) {
    List<Comment> comments = article.comments().stream().map(this::comment).toList();
    Optional<RuleIntervals> changed = changed(article.updated(), article.date(), article.age());
    Told told =
        told(article.age(), article.date(), article.machineReadable())
            .or(() ->
                Stream.concat(
                        before(changed, article.age()).stream(),
                        beforeFirstComment(comments).stream())
                    .min(Comparator.comparing(Told::end)))
            .or(this::firstSeen)
            .orElse(Told.NOTHING);
    return new Sighting(
        capture,
        article.line(),
        article.title(),
        article.url(),
        article.age(),
        article.date(),
        told.published,
        told.evidence,
        new ArticleText(article.author(), article.takeaways(), article.body(), comments),
        updated(changed, told));
  }

  /** What a label says, and what that rests on. */
  private record Told(@Nullable RuleIntervals published, Evidence evidence) {
    static final Told NOTHING = new Told(null, Evidence.NONE);

    Instant end() {
      return published == null || published.hull() == null
          ? Interval.CEILING
          : published.hull().end();
    }
  }

  /** A date, which needs no rule, before an age. */
  private Optional<Told> told(
      @Nullable String age, @Nullable String date, boolean machineReadable) {
    Evidence dated = machineReadable ? Evidence.MACHINE_READABLE : Evidence.ABSOLUTE_DATE;
    return (machineReadable ? stated(date) : resolve(date))
        .filter(told -> isOf(date, Role.PUBLISHED))
        .map(published -> new Told(published, dated))
        .or(() ->
            resolve(age)
                .filter(told -> isOf(age, Role.PUBLISHED))
                .map(published -> new Told(published, Evidence.RELATIVE_AGE)));
  }

  private static boolean isOf(@Nullable String text, Role role) {
    return text != null
        && LabelParser.parse(text).filter(label -> label.role() == role).isPresent();
  }

  /** What was changed was there by then. */
  private static Optional<Told> before(Optional<RuleIntervals> changed, @Nullable String age) {
    return changed
        .map(Roles::publishedBy)
        .map(told -> new Told(told, age == null ? Evidence.ABSOLUTE_DATE : Evidence.RELATIVE_AGE));
  }

  /**
   * When it was last changed.
   *
   * @param known to tell of a change, whatever its words
   * @param printed two texts that tell of one if they say so
   */
  private Optional<RuleIntervals> changed(@Nullable String known, @Nullable String... printed) {
    return Stream.concat(
            Stream.ofNullable(known)
                .flatMap(text ->
                    LabelParser.parseModified(text).or(() -> LabelParser.parse(text)).stream()),
            Stream.of(printed)
                .flatMap(Stream::ofNullable)
                .flatMap(text -> LabelParser.parseModified(text).stream()))
        .flatMap(label -> Resolver.resolve(decided(label), reference).stream())
        .findFirst();
  }

  /** A change comes after the publication; many a page states the one for the other. */
  private static @Nullable Interval updated(Optional<RuleIntervals> changed, Told told) {
    return changed
        .flatMap(by -> by.under(Rule.HULL))
        .filter(at -> {
          Interval published = told.published == null ? null : told.published.hull();
          return published == null
              || published.earliest() == null
              || at.start().isAfter(published.start())
              || at.end().isAfter(published.end());
        })
        .orElse(null);
  }

  private Label decided(Label label) {
    return order == null ? label : order.decide(label);
  }

  /**
   * A whole date for machines is asked of {@link StatedTimes}, whatever the capture's clock says.
   */
  private Optional<RuleIntervals> stated(@Nullable String date) {
    Optional<Label> label = date == null ? Optional.empty() : LabelParser.parse(date);
    if (date == null || label.isEmpty() || !(label.get() instanceof Label.Date whole)) {
      return resolve(date);
    }
    var anywhen = new Reference(null, reference.zone(), reference.staleness());
    return Resolver.resolve(whole, anywhen)
        .flatMap(told -> told.under(Rule.HULL))
        .flatMap(told -> times.believed(told, date))
        .map(RuleIntervals::same);
  }

  /** An article is no younger than the first comment on it, by the last moment of that comment. */
  private Optional<Told> beforeFirstComment(List<Comment> comments) {
    return comments.stream()
        .map(Comment::published)
        .filter(published -> published != null && published.latest() != null)
        .map(Interval::end)
        .min(Instant::compareTo)
        .map(latest -> new Told(RuleIntervals.same(Interval.until(latest)), Evidence.COMMENT_DATE));
  }

  /** Nothing is younger than the capture it stands on. */
  private Optional<Told> firstSeen() {
    return Optional.ofNullable(capture.capturedAt().instant())
        .map(at -> new Told(RuleIntervals.same(Interval.until(at)), Evidence.FIRST_SEEN));
  }

  private Comment comment(ParsedPage.Remark remark) {
    Interval published = resolve(remark.date()).flatMap(by -> by.under(Rule.HULL)).orElse(null);
    return new Comment(remark.author(), remark.date(), published, remark.text());
  }

  private Optional<RuleIntervals> resolve(@Nullable String label) {
    return label == null
        ? Optional.empty()
        : LabelParser.parse(label)
            .flatMap(parsed -> Resolver.resolve(decided(parsed), reference))
            .filter(told -> !times.isAhead(told));
  }
}
