package wellhead.indexer.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Fits the weights on annotated captures. What few sites bear stays as it was set by hand. */
final class WeightsFit {
  /** Sites that must bear a feature before its weight moves; fewer taught what their page is. */
  private static final int FEWEST_SITES = 15;

  private static final double PULL = 1.5;
  private static final double PINNED = 300;

  /** Rare where they matter: threads and news of one page in one dress. */
  private static final Set<Feature> PINS =
      EnumSet.of(
          Feature.LIST_SORTED,
          Feature.CUT_OFF,
          Feature.LIST_ALONE,
          Feature.ALONE_UNLABELLED,
          Feature.ABOVE_ARTICLE,
          Feature.BELOW_RELATED,
          Feature.LIST_SHUFFLED,
          Feature.LIST_SHUFFLED_BESIDE_SORTED,
          Feature.LIST_SHUFFLED_INLINE,
          Feature.LIST_SHARE_AGED,
          Feature.AGED,
          Feature.HEAD_FORUM,
          Feature.SHUFFLED_BELOW_FORUM,
          Feature.HEAD_COMMENTS);

  /** A page counts as the square root of its lines times this. */
  private static final double WEIGHT_OF_PAGE = 5;

  /**
   * A missed headline costs a little more than a wrong one: by folds as many are lost then as are
   * wrong.
   */
  private static final double FOR_HEADLINES = 1.2;

  private WeightsFit() {}

  static Weights fit(Map<AnnotatedCapture, PreparedPage> pages) {
    double[] prior = Weights.priors().toArray();
    List<Regression.Example> examples = new ArrayList<>();
    pages.forEach((capture, page) -> examples.addAll(examples(capture, page)));
    Map<Feature, Set<String>> sites = sites(pages);
    Counted pull = new Counted();
    for (Feature feature : Feature.values()) {
      boolean pinned = borne(sites, feature) < FEWEST_SITES || PINS.contains(feature);
      pull.set(feature, pinned ? PINNED : PULL);
    }
    return Weights.of(Regression.fit(examples, prior, pull.toArray()));
  }

  private static int borne(Map<Feature, Set<String>> sites, Feature feature) {
    return sites.getOrDefault(feature, Set.of()).size();
  }

  /** The lines of {@code weights.tsv} with other weights, and how many sites bear each. */
  static List<String> lines(Weights weights, Map<AnnotatedCapture, PreparedPage> pages) {
    Map<Feature, Set<String>> sites = sites(pages);
    List<String> lines = new ArrayList<>();
    for (String line : WordLists.lines("weights.tsv")) {
      String[] columns = line.split("\t");
      if (!columns[0].equals("feature")) {
        Feature feature = Feature.valueOf(columns[0].toUpperCase(Locale.ROOT));
        columns[1] = String.format(Locale.ROOT, "%.2f", weights.of(feature));
        columns[3] = Integer.toString(borne(sites, feature));
      }
      lines.add(String.join("\t", columns));
    }
    return lines;
  }

  /** The sites that bear each feature, on lines whose truth is known. */
  private static Map<Feature, Set<String>> sites(Map<AnnotatedCapture, PreparedPage> pages) {
    Map<Feature, Set<String>> sites = new EnumMap<>(Feature.class);
    pages.forEach((capture, page) -> {
      for (Regression.Example example : examples(capture, page)) {
        for (Feature feature : Feature.values()) {
          if (example.counted().get(feature) != 0) {
            sites.computeIfAbsent(feature, f -> new HashSet<>()).add(capture.site());
          }
        }
      }
    });
    return sites;
  }

  /** The way to read a page that its truth says: with the article if it has one, and comments. */
  private static Reading reading(Layout layout, boolean article) {
    List<Reading> fitting =
        layout.readings().stream().filter(r -> r.article().isPresent() == article).toList();
    return fitting.isEmpty() ? layout.readings().getLast() : fitting.getLast();
  }

  private static List<Regression.Example> examples(AnnotatedCapture capture, PreparedPage page) {
    Set<String> right = new HashSet<>();
    for (JsonNode headline : capture.expected().path("headlines")) {
      right.addAll(CaptureJudge.names(headline));
    }
    Set<String> traps = CaptureJudge.folded(capture.expected().path("not_headlines"));
    Set<String> either = CaptureJudge.folded(capture.expected().path("either"));
    boolean complete =
        capture.trusted() && capture.expected().path("headlines_complete").asBoolean(true);
    List<Regression.Example> known = new ArrayList<>();
    boolean article =
        capture.expected().path("article").isObject()
            || capture.expected().path("article_present").asBoolean();
    Reading reading = reading(page.layout(), article);
    for (ListCandidate list : reading.lists()) {
      for (Candidate candidate : list.rows()) {
        String title = CaptureJudge.fold(candidate.title());
        boolean headline = right.contains(title);
        if (headline || traps.contains(title) || (complete && !either.contains(title))) {
          Counted counted = reading.counted(candidate);
          known.add(new Regression.Example(counted, headline, headline ? FOR_HEADLINES : 1));
        }
      }
    }
    double weight = WEIGHT_OF_PAGE / Math.sqrt(Math.max(1, known.size()));
    return known.stream().map(example -> example.times(weight)).toList();
  }
}
