package wellhead.indexer.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
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

  private static final List<Feature> ALL = List.of(Feature.values());

  /** A page counts as the square root of its lines times this. */
  private static final double WEIGHT_OF_PAGE = 5;

  /**
   * A missed headline costs as much as a wrong one though there are fewer; by folds 1.35 is best.
   */
  private static final double FOR_HEADLINES = 1.35;

  private WeightsFit() {}

  static Weights fit(Map<AnnotatedCapture, PreparedPage> pages) {
    double[] prior = Weights.priors().toArray();
    List<Regression.Example> examples = new ArrayList<>();
    pages.forEach((capture, page) -> examples.addAll(examples(capture, page)));
    int[] sites = sites(pages);
    double[] pull = new double[prior.length];
    for (int i = 0; i < pull.length; i++) {
      pull[i] = sites[i] < FEWEST_SITES || PINS.contains(ALL.get(i)) ? PINNED : PULL;
    }
    return Weights.of(Regression.fit(examples, prior, pull));
  }

  /** The lines of {@code weights.tsv} with other weights, and how many sites bear each. */
  static List<String> lines(Weights weights, Map<AnnotatedCapture, PreparedPage> pages) {
    int[] sites = sites(pages);
    List<String> lines = new ArrayList<>();
    for (String line : WordLists.lines("weights.tsv")) {
      String[] columns = line.split("\t");
      if (!columns[0].equals("feature")) {
        Feature feature = Feature.valueOf(columns[0].toUpperCase(Locale.ROOT));
        columns[1] = String.format(Locale.ROOT, "%.2f", weights.of(feature));
        columns[3] = Integer.toString(sites[ALL.indexOf(feature)]);
      }
      lines.add(String.join("\t", columns));
    }
    return lines;
  }

  /** How many sites bear each feature, on lines whose truth is known. */
  static int[] sites(Map<AnnotatedCapture, PreparedPage> pages) {
    List<Set<String>> bearers = new ArrayList<>();
    for (int i = 0; i < Feature.values().length; i++) {
      bearers.add(new HashSet<>());
    }
    pages.forEach((capture, page) -> {
      for (Regression.Example example : examples(capture, page)) {
        for (int i = 0; i < Feature.values().length; i++) {
          if (example.counted().get(ALL.get(i)) != 0) {
            bearers.get(i).add(capture.site());
          }
        }
      }
    });
    return bearers.stream().mapToInt(Set::size).toArray();
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
