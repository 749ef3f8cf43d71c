package wellhead.server.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import wellhead.schema.DocumentType;
import wellhead.schema.Keyword;
import wellhead.schema.PublishedField;
import wellhead.server.query.Question;

/** Which stories a request is about: its question and its filters, put together. */
final class Selection {
  private final Question question;
  private final SearchRequest.Match match;
  private final List<Query> filters;
  private final @Nullable Instant since;
  private final @Nullable Instant until;
  private final Question.@Nullable Either either;

  Selection(SearchRequest request, Question question) {
    this.question = question;
    match = request.match();
    since = later(request.since(), question.since());
    until = earlier(request.until(), question.until());
    either = question.either().orElse(null);
    filters = new ArrayList<>(question.filters());
    if (request.in() != null) {
      filters.add(Keyword.KIND.is(request.in().wireName()));
    }
    request
        .filters()
        .forEach((facet, values) ->
            filters.add(facet.keyword().isAnyOf(values.stream().map(facet::meant).toList())));
  }

  /** A published interval against a window, as the request wants it. */
  static Question.Window window(SearchRequest.Match match) {
    return switch (match) {
      case POSSIBLE -> PublishedField::possiblyIn;
      case CERTAIN -> PublishedField::certainlyIn;
    };
  }

  /** Where the window begins, whoever said so; {@code null} for no bound. */
  @Nullable Instant since() {
    return either == null ? since : later(since, either.since());
  }

  /** Where the window ends, itself not included; {@code null} for no bound. */
  @Nullable Instant until() {
    return either == null ? until : earlier(until, either.until());
  }

  boolean hasWindow() {
    return since() != null || until() != null;
  }

  /** The window as the request and the query's fields bound it, without that of plain words. */
  private Optional<Query> bounded() {
    return since == null && until == null
        ? Optional.empty()
        : Optional.of(window(match).of(since, until));
  }

  /** Stories that match fully and pass all filters. */
  Query full() {
    return select(question.text(), bounded(), true);
  }

  /** Of {@link #full}, those whose interval lies inside the window. */
  Query certain() {
    return select(
        question.text(), Optional.of(PublishedField.certainlyIn(since(), until())), false);
  }

  /** Stories that match fully and pass the filters but the window, and are undated. */
  Query undated() {
    return select(question.text(), Optional.of(PublishedField.isUndated()), false);
  }

  /** Stories that match in part and pass all filters; empty when nothing can match in part. */
  Optional<Query> partial() {
    if (question.pieces() < 2) {
      return Optional.empty();
    }
    var query = new BooleanQuery.Builder();
    query.add(select(question.rankedParts(), bounded(), true), Occur.MUST);
    question.text().ifPresent(text -> query.add(text, Occur.MUST_NOT));
    return Optional.of(query.build());
  }

  /**
   * @param plain whether stories must match what plain words for time say, too
   */
  private Query select(Optional<Query> text, Optional<Query> when, boolean plain) {
    var query = new BooleanQuery.Builder();
    query.add(
        text.orElseGet(DocumentType.STORY::query), text.isPresent() ? Occur.MUST : Occur.FILTER);
    filters.forEach(filter -> query.add(filter, Occur.FILTER));
    when.ifPresent(window -> query.add(window, Occur.FILTER));
    if (plain && either != null) {
      query.add(inWindowOrLiteral(either), Occur.FILTER);
    }
    question.exclusions().forEach(excluded -> query.add(excluded, Occur.MUST_NOT));
    return query.build();
  }

  private Query inWindowOrLiteral(Question.Either choice) {
    return new BooleanQuery.Builder()
        .add(window(match).of(choice.since(), choice.until()), Occur.SHOULD)
        .add(choice.literal(), Occur.SHOULD)
        .build();
  }

  private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
    return a == null || (b != null && b.isAfter(a)) ? b : a;
  }

  private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
    return a == null || (b != null && b.isBefore(a)) ? b : a;
  }
}
