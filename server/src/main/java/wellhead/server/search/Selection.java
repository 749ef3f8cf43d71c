package wellhead.server.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import wellhead.schema.AddedField;
import wellhead.schema.DocumentType;
import wellhead.schema.Keyword;
import wellhead.schema.PublishedField;
import wellhead.server.query.Question;

/** Which stories a request is about: its question and its filters, put together. */
final class Selection {
  private final Question question;
  private final SearchRequest.Match match;

  /**
   * What lying in the window of plain words adds to a partial match: about as much as a word that
   * is in every third story.
   */
  private static final float IN_THE_WINDOW = 1;

  private final List<Query> filters;

  /** By a property that something is asked of: the filters without that one. */
  private final Map<Facet, List<Query>> otherFilters;

  private final @Nullable Instant since;
  private final @Nullable Instant until;
  private final Question.@Nullable Plain plain;

  Selection(SearchRequest request, Question question) {
    this.question = question;
    match = request.match();
    since = later(request.since(), question.since());
    until = earlier(request.until(), question.until());
    plain = question.plain().orElse(null);
    filters = new ArrayList<>(question.filters());
    if (request.in() != null) {
      filters.add(Keyword.KIND.is(request.in().wireName()));
    }
    if (request.addedSince() != null) {
      filters.add(AddedField.after(request.addedSince()));
    }
    Map<Facet, Query> ofFacets = new EnumMap<>(Facet.class);
    request
        .filters()
        .forEach((facet, values) ->
            ofFacets.put(
                facet, facet.keyword().isAnyOf(values.stream().map(facet::meant).toList())));
    otherFilters = new EnumMap<>(Facet.class);
    for (Facet facet : ofFacets.keySet()) {
      var others = new ArrayList<>(filters);
      ofFacets.forEach((other, filter) -> {
        if (other != facet) {
          others.add(filter);
        }
      });
      otherFilters.put(facet, others);
    }
    filters.addAll(ofFacets.values());
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
    return plain == null ? since : later(since, plain.since());
  }

  /** Where the window ends, itself not included; {@code null} for no bound. */
  @Nullable Instant until() {
    return plain == null ? until : earlier(until, plain.until());
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
    return full(filters);
  }

  /** Those that would match fully if nothing were asked of a property. */
  Query fullWithout(Facet facet) {
    return full(otherFilters.getOrDefault(facet, filters));
  }

  private Query full(List<Query> passed) {
    if (plain == null) {
      return select(question.text(), bounded(), passed);
    }
    var all = new ArrayList<>(passed);
    all.add(published(plain));
    return select(question.text(), bounded(), all);
  }

  /** Of {@link #full}, those whose interval lies inside the window. */
  Query certain() {
    return select(
        question.text(), Optional.of(PublishedField.certainlyIn(since(), until())), filters);
  }

  /** Stories that match fully and pass the filters but the window, and are undated. */
  Query undated() {
    return select(question.text(), Optional.of(PublishedField.isUndated()), filters);
  }

  /** Stories that match fully and pass the filters, published before or after the window. */
  Query outside(@Nullable Instant from, @Nullable Instant to) {
    return select(question.text(), Optional.of(window(match).of(from, to)), filters);
  }

  /**
   * Stories that match in part, or fully but outside of the window that plain words were read as,
   * and pass all filters; empty when nothing can.
   *
   * @param point what they must have
   */
  Optional<Query> partial(Point point) {
    boolean parts = question.pieces() > 1;
    if (question.text().isEmpty() || point.isMissing() || !(parts || plain != null)) {
      return Optional.empty();
    }
    var query = new BooleanQuery.Builder();
    query.add(select(question.rankedParts(), bounded(), filters), Occur.MUST);
    point.required().ifPresent(required -> query.add(required, Occur.FILTER));
    if (plain == null) {
      question.text().ifPresent(text -> query.add(text, Occur.MUST_NOT));
    } else {
      query.add(full(), Occur.MUST_NOT);
      query.add(
          new BoostQuery(new ConstantScoreQuery(published(plain)), IN_THE_WINDOW), Occur.SHOULD);
      plain.literal().ifPresent(literal -> query.add(literal, Occur.SHOULD));
    }
    return Optional.of(query.build());
  }

  private Query select(Optional<Query> text, Optional<Query> when, List<Query> passed) {
    var query = new BooleanQuery.Builder();
    query.add(
        text.orElseGet(DocumentType.STORY::query), text.isPresent() ? Occur.MUST : Occur.FILTER);
    passed.forEach(filter -> query.add(filter, Occur.FILTER));
    when.ifPresent(window -> query.add(window, Occur.FILTER));
    question.exclusions().forEach(excluded -> query.add(excluded, Occur.MUST_NOT));
    return query.build();
  }

  private Query published(Question.Plain within) {
    return window(match).of(within.since(), within.until());
  }

  private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
    return a == null || (b != null && b.isAfter(a)) ? b : a;
  }

  private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
    return a == null || (b != null && b.isBefore(a)) ? b : a;
  }
}
