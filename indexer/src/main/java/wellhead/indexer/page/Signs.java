package wellhead.indexer.page;

import static wellhead.indexer.page.Feature.*;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.page.Row.Kind;

/**
 * What is counted of a line by itself and by the lines near it: the same in every way to read the
 * page, so it is counted once.
 */
final class Signs {
  private static final Pattern PRICE =
      Pattern.compile(
          "[+\\-–]?[$€£]?\\d[\\d,]{0,11}\\.\\d+%?|[+\\-–]\\d[\\d,.]*%?|\\d{1,12}(?:\\.\\d{1,12})?%");
  private static final Pattern BRACKETS =
      Pattern.compile("\\[[^\\[\\]]{0,200} [^\\[\\]]{0,200}\\]");
  private static final Pattern SEPARATOR = Pattern.compile("[|»›@©/]");
  private static final Pattern ADDRESS = Pattern.compile("\\w\\.(?:com|org|net)\\b|@\\w");
  private static final Pattern PHOTO =
      Pattern.compile("(?iu)\\((?:credit|" + Sayings.PICTURE.or(Sayings.WIRE) + ")");
  private static final Pattern INNER_END = Pattern.compile("[\\p{Ll}\\d”\"’)][.!?] [\\p{Lu}“\"]");
  private static final Pattern ABBREVIATION = Pattern.compile("\\b(?:U\\.S|Mr|Ms|Dr|St|No|vs)\\. ");
  private static final int LINES_NEAR = 6;
  private static final int SHORTEST_NAME = 5;
  private static final int WORDS_OF_TEASER = 11;

  private final List<Row> rows;
  private final List<Candidate> candidates;
  private final BitSet prose = new BitSet();
  private final BitSet asks = new BitSet();
  private final BitSet brief = new BitSet();
  private final @Nullable Counted[] counted;
  private final @Nullable String[] folded;
  private final double[] likeness;

  Signs(List<Row> rows) {
    this.rows = rows;
    this.candidates = Candidates.of(rows);
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      prose.set(i, row.is(Kind.PROSE) || Wording.isProse(row.text()));
      asks.set(i, Candidates.words(row.text()).stream().anyMatch(Signs::isInterface));
      brief.set(i, !row.isLabel() && Wording.words(row.text()) < 4);
    }
    counted = new Counted[rows.size()];
    folded = new String[rows.size()];
    likeness = new double[rows.size()];
    for (Candidate candidate : candidates) {
      int i = candidate.row();
      counted[i] = ofLine(candidate);
      folded[i] = Titles.fold(candidate.title());
      likeness[i] = Looks.likeTitle(rows.get(i), candidate);
    }
  }

  List<Row> rows() {
    return rows;
  }

  /** The lines that may be headlines, with the labels in them. */
  List<Candidate> candidates() {
    return candidates;
  }

  Counted of(Candidate candidate) {
    return Objects.requireNonNull(counted[candidate.row()]);
  }

  /** Whether something was counted of a line that may be a headline. */
  boolean has(Candidate candidate, Feature feature) {
    return of(candidate).get(feature) > 0;
  }

  /** The title without what tells two prints of one title apart. */
  String folded(Candidate candidate) {
    return Objects.requireNonNull(folded[candidate.row()]);
  }

  /** How much a line that may be a headline looks like one by itself; see {@link Looks}. */
  double likeness(int row) {
    return likeness[row];
  }

  /** Whether a line is a sentence or more; none behind the last is. */
  boolean isProse(int i) {
    return prose.get(i);
  }

  private Counted ofLine(Candidate candidate) {
    Counted f = new Counted();
    int i = candidate.row();
    Row row = rows.get(i);
    ofWords(candidate, row, f);
    boolean heading = row.line().markup().heading() > 0;
    f.set(HEADING, heading && row.line().isLink());
    f.set(HEADING_PLAIN, heading && !row.line().isLink());
    Place place = row.line().place();
    if (place != null) {
      f.set(IN_MENU, place.isIn(Place.Region.MENU));
      f.set(IN_FOOTER, place.isIn(Place.Region.FOOTER));
      f.set(IN_ADVERT, place.isIn(Place.Region.ADVERT));
      f.set(IN_COMMENT_PART, place.isIn(Place.Region.COMMENTS));
      f.set(IN_SMALL_PRINT, place.isIn(Place.Region.CAPTION));
      f.set(IN_TITLE_PART, place.isIn(Place.Region.TITLE));
    }
    boolean link = row.line().isLink();
    String target = row.line().markup().target();
    LinkShape shape = link && target != null ? LinkShape.of(target) : LinkShape.NONE;
    f.set(LINK, link);
    f.set(LINK_ARTICLE, shape.article());

    f.set(LINK_OWN, shape.own());
    f.set(IN_FORUM_PART, shape.forum() || (place != null && place.isIn(Place.Region.FORUM)));
    if (row.is(Kind.CUE) && row.cue() != null) {
      Feature cue = phrase(row.cue().cue());
      if (cue != null) {
        f.set(cue, 1);
      } else if (row.cue().cue() == Cue.RELATED && !row.cue().rest().isEmpty()) {
        f.set(RELATED_TITLE, 1);
      }
    }
    f.set(BELOW_RELATED, isBelowRelated(i));
    f.set(BEGINS_AS_ABOVE, beginsAsAbove(i));
    near(i, f);
    return f;
  }

  private void ofWords(Candidate candidate, Row row, Counted f) {
    String title = candidate.title();
    List<String> words = candidate.words();
    int n = words.size();
    f.set(WORDS_2, n == 2);
    f.set(WORDS_3, n == 3);
    f.set(WORDS_4, n == 4);
    f.set(WORDS_17, n > 16);
    f.set(WORDS_25, n > 24);
    f.set(NAME, n < 5 && Looks.isName(words));
    f.set(LOW_FIRST, Character.isLowerCase(title.codePointAt(0)));
    f.set(SHOUTS, Wording.shouts(title));
    f.set(END_STOP, title.endsWith(".") && !title.endsWith(".."));
    f.set(END_STOP_LINK, f.get(END_STOP) > 0 && row.line().isLink());
    f.set(END_COLON, title.endsWith(":") || title.endsWith(","));
    f.set(CUT_OFF, Wording.truncated(title) && n > WORDS_OF_TEASER && !row.line().isLink());
    f.set(PRICES, prices(title) >= 2);
    int asking = 0;
    boolean reader = false;
    boolean advert = false;
    for (String word : words) {
      String small = word.toLowerCase(Locale.ROOT);
      asking += WordLists.INTERFACE.has(small) ? 1 : 0;
      reader |= WordLists.READER.has(small);
      advert |= WordLists.ADVERT.has(small);
    }
    f.set(READER, reader);
    f.set(INTERFACE, 3.0 * asking / n);
    f.set(INTERFACE_ANY, asking > 0);
    f.set(ADVERT, advert);
    f.set(OPENS_PAID, Looks.isPaid(row));
    f.set(BRACKETED, title.startsWith("[") && BRACKETS.matcher(title).lookingAt());
    f.set(Feature.BYLINE, Looks.opensByline(title));
    f.set(SEPARATORS, SEPARATOR.matcher(title).find());
    f.set(Feature.ADDRESS, ADDRESS.matcher(title).find());
    f.set(PHOTO_CREDIT, isPhotoCredit(title));
    f.set(SENTENCES, hasTwoSentences(title));
    f.set(Feature.PROSE, isProse(candidate.row()));
    f.set(COULD_BE, Wording.couldBeHeadline(row.text()));
    f.set(NUMBERS, numbers(title));
    f.set(SAID_AGAIN, isSaidAgain(words));
  }

  /** "Tidings for Apple Tidings for Android": two links, each of which begins with one name. */
  private static boolean isSaidAgain(List<String> words) {
    String first = words.getFirst();
    return first.length() >= SHORTEST_NAME && words.lastIndexOf(first) > 1;
  }

  private static boolean isPhotoCredit(String title) {
    return (title.indexOf('(') >= 0 && PHOTO.matcher(title).find()) || Sayings.ARCHIVE.isIn(title);
  }

  private static boolean hasTwoSentences(String title) {
    return (title.contains(". ") || title.contains("? ") || title.contains("! "))
        && INNER_END.matcher(title).find()
        && !ABBREVIATION.matcher(title).find();
  }

  private static @Nullable Feature phrase(Cue cue) {
    return switch (cue) {
      case TAIL -> CUE_TAIL;
      case NOISE -> CUE_NOISE;
      case NEWS -> CUE_NEWS;
      case POPULAR -> CUE_POPULAR;
      case FORUM -> CUE_FORUM;
      case SPONSORED -> CUE_SPONSORED;
      case COMMENTS -> CUE_COMMENTS;
      case LEGAL -> CUE_LEGAL;
      case TAKEAWAYS -> CUE_TAKEAWAYS;
      case BYLINE -> CUE_BYLINE;
      case CREDIT -> CUE_CREDIT;
      case READING_TIME -> CUE_NOISE;
      case RELATED, FIELD_TITLE, FIELD_AUTHOR, FIELD_DATE, FIELD_URL, FIELD_SUMMARY, FIELD_BODY ->
          null;
    };
  }

  /** A line near above, of two words or more, is what it begins with: a name and who that is. */
  private boolean beginsAsAbove(int i) {
    String text = rows.get(i).text();
    for (int j = i - 1; j >= Math.max(0, i - 2); j--) {
      String above = rows.get(j).text();
      if (above.length() < text.length() && above.indexOf(' ') > 0 && text.startsWith(above)) {
        return true;
      }
    }
    return false;
  }

  private boolean isBelowRelated(int row) {
    int above = row - 1;
    while (above > Math.max(0, row - 3)
        && !rows.get(above + 1).line().blankBefore()
        && !rows.get(above).is(Kind.CUE)) {
      above--;
    }
    return above >= 0 && rows.get(above).says(Cue.RELATED) && rows.get(above).heads();
  }

  private static double numbers(String title) {
    long digits = title.chars().filter(Character::isDigit).count();
    return (double) digits / Math.max(1, title.chars().filter(Character::isLetterOrDigit).count());
  }

  /** Whether one of two lines of a block is a known phrase that is no heading of stories. */
  private boolean isPhrase(int i, int beside) {
    if (i < 0 || i >= rows.size() || rows.get(Math.max(i, beside)).line().blankBefore()) {
      return false;
    }
    Row row = rows.get(i);
    return row.says(Cue.NOISE) || row.says(Cue.TAIL) || row.says(Cue.LEGAL);
  }

  private void near(int i, Counted f) {
    f.set(PROSE_BELOW, isProse(i + 1));
    f.set(BESIDE_PHRASE, isPhrase(i - 1, i) || isPhrase(i + 1, i));
    f.set(TITLE_ABOVE, i > 0 && rows.get(i - 1).titleLike() && !rows.get(i).line().blankBefore());
    int titles = 0;
    int asking = 0;
    int small = 0;
    int lines = 0;
    for (int j = Math.max(0, i - LINES_NEAR); j < Math.min(rows.size(), i + LINES_NEAR + 1); j++) {
      if (j != i) {
        lines++;
        titles += rows.get(j).titleLike() ? 1 : 0;
        asking += asks.get(j) ? 1 : 0;
        small += brief.get(j) ? 1 : 0;
      }
    }
    f.set(NEAR_TITLES, 2.0 * titles / Math.max(1, lines));
    f.set(NEAR_SHORT, 2.0 * small / Math.max(1, lines));
    f.set(NEAR_INTERFACE, 2.0 * asking / Math.max(1, lines));
  }

  private static boolean isInterface(String word) {
    return WordLists.INTERFACE.has(word.toLowerCase(Locale.ROOT));
  }

  private static long prices(String title) {
    return title.chars().anyMatch(Character::isDigit)
            && title.chars().anyMatch(c -> ".%+-–".indexOf(c) >= 0)
        ? PRICE.matcher(title).results().limit(2).count()
        : 0;
  }

  static double shareOf(List<String> words, Predicate<String> has) {
    return (double) words.stream().filter(has).count() / words.size();
  }
}
