package wellhead.server.web;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wellhead.schema.Summary;
import wellhead.server.search.Explanation;
import wellhead.server.search.ExportSink;
import wellhead.server.search.Facet;
import wellhead.server.search.InvalidQueryException;
import wellhead.server.search.KnownSource;
import wellhead.server.search.Narrowing;
import wellhead.server.search.SearchEngine;
import wellhead.server.search.SearchRequest;
import wellhead.server.search.SearchRequest.Match;
import wellhead.server.search.SearchRequest.Sort;
import wellhead.server.search.SearchResults;
import wellhead.server.search.SearchResults.Hit;
import wellhead.server.search.SearchResults.IndexState;
import wellhead.server.search.SearchResults.Provenance;
import wellhead.server.search.SearchResults.Total;
import wellhead.server.search.SimilarStories;
import wellhead.story.ArticleText;
import wellhead.story.Interval;
import wellhead.story.Rule;
import wellhead.story.Sighting;
import wellhead.story.Story;

/** Searches a list of stories word by word, and remembers what it was asked. */
class FakeEngine implements SearchEngine {
  static final Instant BUILT_AT = Instant.parse("2026-07-06T09:00:00Z");

  private final List<Story> stories;
  private final ConcurrentLinkedQueue<SearchRequest> asked = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<SearchRequest> exported = new ConcurrentLinkedQueue<>();
  private volatile boolean ready = true;
  private volatile boolean following = true;
  private volatile Function<SearchRequest, @Nullable SearchResults> script = request -> null;

  FakeEngine(List<Story> stories) {
    this.stories = List.copyOf(stories);
  }

  FakeEngine notReady() {
    ready = false;
    return this;
  }

  /** Answers from what it had; the index is gone. */
  FakeEngine notFollowing() {
    following = false;
    return this;
  }

  /** Answers by this function instead, where it gives an answer. */
  FakeEngine scripted(Function<SearchRequest, @Nullable SearchResults> answer) {
    script = answer;
    return this;
  }

  /** How often it had to look for something. */
  int searches() {
    return asked.size() + exported.size();
  }

  SearchRequest lastAsked() {
    return asked.stream().reduce((a, b) -> b).orElseThrow();
  }

  @Override
  public SearchResults search(SearchRequest request) {
    asked.add(request);
    SearchResults scripted = script.apply(request);
    return scripted == null ? answer(request) : scripted;
  }

  @Override
  public String understood(SearchRequest request) {
    refuseOpenBracket(request);
    return String.join(" ", words(request.query()));
  }

  @Override
  public void export(SearchRequest request, ExportSink sink) throws IOException {
    exported.add(request);
    refuseOpenBracket(request);
    List<String> words = words(request.query());
    sink.begin(state());
    List<Story> found =
        stories.stream()
            .filter(s -> passes(s, request))
            .filter(s -> count(s, words) == words.size())
            .filter(s -> inWindow(s, request, request.match()))
            .sorted(order(request))
            .toList();
    for (Story story : found) {
      if (!sink.take(new Taken(story))) {
        return;
      }
    }
  }

  record Taken(Story story) implements ExportSink.Found {
    @Override
    public Summary summary() {
      return Summary.of(story);
    }

    @Override
    public Set<String> aliases() {
      return Set.of();
    }
  }

  @Override
  public List<String> completions(String typed, int limit) {
    return stories.stream()
        .map(Story::title)
        .filter(title -> title.toLowerCase(Locale.ROOT).contains(typed.toLowerCase(Locale.ROOT)))
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<SimilarStories> similar(String id, int limit) {
    return story(id)
        .map(story ->
            new SimilarStories(
                story.id(),
                story.title(),
                stories.stream()
                    .filter(other -> !other.equals(story))
                    .limit(limit)
                    .map(other ->
                        hit(other, List.of(), false, SearchRequest.of("", BUILT_AT).build()))
                    .toList(),
                state()));
  }

  @Override
  public Optional<Story> story(String id) {
    String current = id.equals("merged away") ? stories.getFirst().id() : id;
    return stories.stream().filter(s -> s.id().equals(current)).findFirst();
  }

  @Override
  public List<KnownSource> sources() {
    return List.of(
        new KnownSource(
            "oil.example",
            3,
            BUILT_AT.minusSeconds(7_200),
            BUILT_AT,
            stories.size(),
            1,
            0,
            BUILT_AT.minusSeconds(90_000),
            BUILT_AT,
            Rule.FLOOR,
            KnownSource.RuleFrom.LEARNT,
            Duration.ofMinutes(5)));
  }

  @Override
  public IndexState state() {
    return new IndexState(7, BUILT_AT, stories.size());
  }

  @Override
  public Vitals vitals() {
    return new Vitals(state(), Optional.of(BUILT_AT.minusSeconds(90)), Optional.of(BUILT_AT));
  }

  @Override
  public boolean isReady() {
    return ready;
  }

  @Override
  public boolean isFollowing() {
    return ready && following;
  }

  @Override
  public void close() {
    ready = false;
  }

  private SearchResults answer(SearchRequest request) {
    refuseOpenBracket(request);
    List<String> words = words(request.query());
    List<Story> matching =
        stories.stream().filter(s -> passes(s, request)).sorted(order(request)).toList();
    List<Story> full = matching.stream().filter(s -> count(s, words) == words.size()).toList();
    List<Story> inWindow =
        full.stream().filter(s -> inWindow(s, request, request.match())).toList();
    var hits = new ArrayList<>(inWindow.stream().map(s -> hit(s, words, false, request)).toList());
    if (hits.size() < request.limit() && !words.isEmpty()) {
      matching.stream()
          .filter(s -> count(s, words) > 0 && count(s, words) < words.size())
          .filter(s -> inWindow(s, request, request.match()))
          .forEach(s -> hits.add(hit(s, words, true, request)));
    }
    List<Hit> page = hits.stream().skip(request.offset()).limit(request.limit()).toList();
    return new SearchResults(
        String.join(" ", words),
        null,
        hits.size() > inWindow.size(),
        List.of(),
        total(inWindow.size(), full, request),
        page,
        state());
  }

  private static void refuseOpenBracket(SearchRequest request) {
    int bracket = request.query().indexOf('(');
    if (bracket >= 0 && request.query().indexOf(')') < 0) {
      throw new InvalidQueryException("q", bracket, "The bracket is not closed: add a ).");
    }
  }

  private static Total total(int value, List<Story> full, SearchRequest request) {
    int certain = (int) full.stream().filter(s -> inWindow(s, request, Match.CERTAIN)).count();
    int possible = (int) full.stream().filter(s -> inWindow(s, request, Match.POSSIBLE)).count();
    int undated = (int) full.stream().filter(s -> s.published() == null).count();
    return new Total(value, true, certain, possible, undated);
  }

  private static List<String> words(String query) {
    return Stream.of(query.toLowerCase(Locale.ROOT).split("[\\s()]+"))
        .filter(w -> !w.isBlank())
        .toList();
  }

  private static long count(Story story, List<String> words) {
    String text = (story.title() + " " + body(story)).toLowerCase(Locale.ROOT);
    return words.stream().filter(text::contains).count();
  }

  private static String body(Story story) {
    ArticleText article = story.article();
    return article == null ? "" : article.body();
  }

  private static boolean passes(Story story, SearchRequest request) {
    return (request.in() == null || request.in() == story.kind())
        && (request.filter(Facet.SOURCE).isEmpty()
            || request.filter(Facet.SOURCE).stream()
                .anyMatch(source -> source.equals(story.source())));
  }

  private static boolean inWindow(Story story, SearchRequest request, Match match) {
    Instant since = request.since();
    Instant until = request.until();
    if (since == null && until == null) {
      return true;
    }
    if (story.published() == null) {
      return false;
    }
    Interval interval = story.published().interval();
    Instant from = since == null ? Instant.MIN : since;
    Instant to = until == null ? Instant.MAX : until;
    return switch (match) {
      case POSSIBLE -> interval.start().isBefore(to) && !interval.end().isBefore(from);
      case CERTAIN -> !interval.start().isBefore(from) && interval.end().isBefore(to);
    };
  }

  private static Comparator<Story> order(SearchRequest request) {
    Comparator<Story> newest =
        Comparator.comparing(
            s ->
                s.published() == null
                    ? Instant.MIN
                    : s.published().interval().midpoint().orElse(s.published().interval().start()),
            Comparator.reverseOrder());
    return request.sort() == Sort.OLDEST ? newest.reversed() : newest;
  }

  private static Hit hit(Story story, List<String> words, boolean partial, SearchRequest request) {
    ArticleText article = story.article();
    Sighting origin = story.provenance();
    String snippet = article == null ? null : article.body().lines().findFirst().orElse("");
    Hit hit =
        new Hit(
            story.id(),
            story.kind(),
            words.isEmpty() ? 0 : 7.25f,
            partial,
            story.title(),
            story.url(),
            story.source(),
            article == null ? null : article.author(),
            story.published(),
            story.firstSeen().orElse(null),
            story.lastSeen().orElse(null),
            story.sightings().size(),
            snippet,
            request.highlight() ? mark(story.title(), words) : null,
            snippet == null || !request.highlight() ? List.of() : List.of(mark(snippet, words)),
            new Provenance(
                origin.capture().file(), origin.line(), origin.capture().capturedAt().instant()));
    return request.explain() ? hit.because(new Explanation(Narrowing.of(story), null)) : hit;
  }

  private static String mark(String text, List<String> words) {
    String marked = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    for (String word : words) {
      marked =
          marked.replaceAll(
              "(?i)(?<![&\\w])" + Pattern.quote(word) + "(?![^<]*>)", "<mark>$0</mark>");
    }
    return marked;
  }
}
