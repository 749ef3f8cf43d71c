package wellhead.indexer.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import wellhead.schema.Keyword;
import wellhead.story.ArticleText;
import wellhead.story.Sighting;
import wellhead.story.Story;

/**
 * Paragraphs that stand in several articles of one source are the site's, not the articles': calls
 * for its newsletter, cards of its writers, notices.
 *
 * <p>The general habit: a site sets the same blocks around all its articles, and no two articles
 * share a paragraph of their own. The same article captured on many days is one story here, and so
 * counts once.
 *
 * <p>What is counted are the stories that the index holds: each has a term for every paragraph that
 * any of its captures showed. So the count is a function of the captures, whatever the order they
 * came in; nothing else is kept. A run remembers which paragraphs it saw more than once, and at its
 * end the stories that show them by another count are written again.
 */
final class Repetition {

  /** In so many articles nobody writes the same paragraph by himself. */
  private static final int FEWEST_ARTICLES = 3;

  /** Letters and digits; "He declined to comment." may well recur. */
  private static final int SHORTEST_BLOCK = 30;

  /** Articles that share more than this are one text under several titles. */
  private static final double MOST_OF_ARTICLE = .5;

  /** How many paragraphs are asked for at once. */
  private static final int CHUNK = 200;

  private static final String BETWEEN_PARAGRAPHS = "\n\n";
  private static final Pattern BETWEEN = Pattern.compile(BETWEEN_PARAGRAPHS);

  private final OpenIndex index;
  private final Set<String> repeated = new TreeSet<>();
  private final Set<String> lowered = new TreeSet<>();
  private final Set<String> seen = new HashSet<>();

  Repetition(OpenIndex index) {
    this.index = index;
  }

  /** The paragraphs of a story's captures, each as a term; of a story without a source, none. */
  static Set<String> blocks(Story story) {
    var blocks = new LinkedHashSet<String>();
    for (Sighting sighting : story.sightings()) {
      ArticleText article = sighting.article();
      if (article != null && article.hasBody() && story.source() != null) {
        for (String paragraph : paragraphs(article)) {
          String block = block(story.source(), paragraph);
          if (block != null) {
            blocks.add(block);
          }
        }
      }
    }
    return blocks;
  }

  private static Set<String> cut(Story story) {
    return cut(story, blocks(story));
  }

  /**
   * The paragraphs that were taken out of a story's article.
   *
   * @param blocks the {@link #blocks} of the story
   */
  static Set<String> cut(Story story, Set<String> blocks) {
    ArticleText article = story.article();
    if (article == null || !article.hasBody()) {
      return Set.of();
    }
    if (story.sightings().size() == 1 && article.equals(story.sightings().getFirst().article())) {
      return Set.of();
    }
    var cut = new LinkedHashSet<>(blocks);
    for (String paragraph : paragraphs(article)) {
      String shown = block(story.source(), paragraph);
      if (shown != null) {
        cut.remove(shown);
      }
    }
    return cut;
  }

  /** The story without what the index, as of its last refresh, shows to be the site's. */
  Story without(Story story) {
    ArticleText article = story.article();
    if (article == null || !article.hasBody() || story.source() == null) {
      return story;
    }
    List<String> all = paragraphs(article);
    List<String> own = new ArrayList<>();
    int letters = 0;
    for (String paragraph : all) {
      if (!isRepeated(block(story.source(), paragraph))) {
        own.add(paragraph);
        letters += paragraph.length();
      }
    }
    if (own.size() == all.size() || letters < (1 - MOST_OF_ARTICLE) * article.body().length()) {
      return story;
    }
    return new Story(
        story.id(),
        story.title(),
        story.earlierTitles(),
        story.url(),
        story.source(),
        story.published(),
        story.sightings(),
        new ArticleText(
            article.author(),
            article.takeaways(),
            String.join(BETWEEN_PARAGRAPHS, own),
            article.comments()));
  }

  private boolean isRepeated(@Nullable String block) {
    try {
      return block != null
          && index.count(Keyword.BLOCK.term(block), FEWEST_ARTICLES) >= FEWEST_ARTICLES;
    } catch (IOException e) {
      throw new UncheckedIOException("counting a paragraph", e);
    }
  }

  /**
   * Remembers what is to be counted again once the run has seen everything.
   *
   * @param come the {@link #blocks} of each story that was written
   */
  void written(Collection<Story> gone, Collection<Set<String>> come) throws IOException {
    for (Story story : gone) {
      lowered.addAll(cut(story));
    }
    seen.clear();
    for (Set<String> blocks : come) {
      for (String block : blocks) {
        if (!seen.add(block) || index.count(Keyword.BLOCK.term(block), 1) > 0) {
          repeated.add(block);
        }
      }
    }
  }

  /**
   * What selects the stories that show a paragraph which by the final count is the site's, or hide
   * one that is not. To be asked when the index shows all of the run.
   */
  List<Query> outdated() throws IOException {
    var queries = new ArrayList<Query>();
    var any = new BooleanQuery.Builder();
    int clauses = 0;
    var asked = new TreeSet<>(repeated);
    asked.addAll(lowered);
    for (String block : asked) {
      int articles = index.count(Keyword.BLOCK.term(block), FEWEST_ARTICLES);
      if (articles >= FEWEST_ARTICLES) {
        any.add(shown(block), BooleanClause.Occur.SHOULD);
      } else if (lowered.contains(block)) {
        any.add(Keyword.CUT.is(block), BooleanClause.Occur.SHOULD);
      } else {
        continue;
      }
      if (++clauses % CHUNK == 0) {
        queries.add(any.build());
        any = new BooleanQuery.Builder();
      }
    }
    if (clauses % CHUNK > 0) {
      queries.add(any.build());
    }
    repeated.clear();
    lowered.clear();
    return queries;
  }

  private static Query shown(String block) {
    return new BooleanQuery.Builder()
        .add(Keyword.BLOCK.is(block), BooleanClause.Occur.FILTER)
        .add(Keyword.CUT.is(block), BooleanClause.Occur.MUST_NOT)
        .build();
  }

  /** Whether a text is what a capture gave, some paragraphs of it perhaps taken out. */
  static boolean isOf(ArticleText article, ArticleText captured) {
    return Objects.equals(article.author(), captured.author())
        && article.takeaways().equals(captured.takeaways())
        && article.comments().equals(captured.comments())
        && new HashSet<>(paragraphs(captured)).containsAll(paragraphs(article));
  }

  private static List<String> paragraphs(ArticleText article) {
    return Arrays.asList(BETWEEN.split(article.body()));
  }

  /** {@code null} when it is too short to tell. */
  private static @Nullable String block(@Nullable String source, String paragraph) {
    if (source == null) {
      return null;
    }
    var folded = new StringBuilder(source.length() + 1 + paragraph.length());
    folded.append(source).append('\n');
    int begin = folded.length();
    String lower = paragraph.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); ) {
      int letter = lower.codePointAt(i);
      if (Character.isLetterOrDigit(letter)) {
        folded.appendCodePoint(letter);
      }
      i += Character.charCount(letter);
    }
    return folded.length() - begin < SHORTEST_BLOCK ? null : Keyword.digest(folded.toString());
  }
}
