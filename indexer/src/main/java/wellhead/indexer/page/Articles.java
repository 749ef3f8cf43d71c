package wellhead.indexer.page;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.page.ParsedPage.Article;
import wellhead.indexer.page.ParsedPage.Remark;
import wellhead.indexer.page.Row.Kind;

/** The fields of the article, from the span of its prose and what stands around it. */
final class Articles {

  /** Title, byline, date, takeaways and a standfirst; the body begins within so many rows. */
  private static final int ROWS_OF_HEAD = 60;

  /** A standfirst and a caption; with more sentences the body has begun. */
  private static final int MOST_OF_STANDFIRST = 300;

  private static final int FEWEST_WORDS_OF_SENTENCE = 4;
  private static final int LONGEST_MADE_TITLE = 120;

  /** Key points are sentences, menu items are not. */
  private static final int FEWEST_TAKEAWAY_WORDS = 5;

  private static final Pattern OF_AUTHOR =
      Pattern.compile("\\s+(?:is|was|has|covers|writes|reports|joined|works|lives)\\b");

  /** A full name, and what the person is in a newsroom. */
  private static final Pattern AUTHOR_CARD =
      Pattern.compile(
          "(?:\\p{Lu}[\\p{L}'’.-]+\\s+){2,3}(?:is|was) (?:a|an|the|our)\\b[^.]{0,60}\\b"
              + Sayings.ROLE.any()
              + "\\b");

  private final List<Row> rows;
  private final Body body;
  private final Titles titles;
  private final Credits credits;

  /**
   * @param declared whether the capture says that it is an article, however short
   */
  Articles(
      List<Row> rows,
      boolean[] comment,
      boolean @Nullable [] main,
      @Nullable String knownTitle,
      boolean declared) {
    this.rows = rows;
    this.body = new Body(rows, comment, main, declared);
    this.titles = new Titles(rows, comment, knownTitle);
    this.credits = new Credits(rows);
  }

  /**
   * An article and the rows that it takes.
   *
   * @param titleRow -1 when the page prints no title
   * @param first the first row of the whole, title and date included
   * @param last the last row of the body
   */
  record Found(Article article, int titleRow, int first, int last, BitSet held) {

    /** Counts what speaks for its being one. */
    void count(List<Row> rows, boolean declared, Counted counted) {
      int letters = Wording.weight(article.body());
      int page = rows.stream().mapToInt(row -> Wording.weight(row.text())).sum();
      counted.set(Feature.ARTICLE_SHARE, Math.min(1, (double) letters / Math.max(1, page)));
      counted.set(Feature.ARTICLE_TITLED, titleRow < 0 ? 0 : 1);
      boolean dated = article.date() != null || article.age() != null;
      counted.set(Feature.ARTICLE, 1);
      counted.set(Feature.ARTICLE_LETTERS, Math.log(letters / LETTERS_OF_LITTLE));
      counted.set(
          Feature.ARTICLE_DENSITY,
          Math.log((double) letters / (last - first + 1) / LETTERS_OF_LINE));
      counted.set(Feature.ARTICLE_PARAGRAPHS, article.body().split("\n\n").length > 2 ? 1 : 0);
      counted.set(Feature.ARTICLE_DATED, dated ? 1 : 0);
      counted.set(Feature.ARTICLE_SIGNED, article.author() == null ? 0 : 1);
      counted.set(Feature.ARTICLE_DECLARED, declared ? 1 : 0);
    }
  }

  private static final double LETTERS_OF_LITTLE = 450;
  private static final double LETTERS_OF_LINE = 40;

  Optional<Found> read(List<Remark> comments) {
    Optional<Body.Span> found = body.find();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Body.Span span = body.behindHeading(found.get());
    int title = title(span);
    int start = bodyStart(title, span);
    int end = bodyEnd(start, span);
    List<String> takeaways = takeaways(title, start);
    String author = credits.author(title, start, end);
    Times times = credits.times(title, start, end);
    List<String> paragraphs = paragraphs(start, end, span, author);
    if (paragraphs.isEmpty()) {
      return Optional.empty();
    }
    String heading =
        title < 0 ? madeTitle(paragraphs.getFirst()) : titles.withoutKicker(rows.get(title).text());
    Article article =
        new Article(
            heading,
            author,
            times.age(),
            times.date(),
            times.machineReadable(),
            times.updated(),
            null,
            takeaways,
            String.join("\n\n", paragraphs),
            comments,
            rows.get(title < 0 ? start : title).line().number());
    BitSet held = new BitSet();
    for (int i = title < 0 ? start : title; i <= end; i++) {
      boolean related = rows.get(i).says(Cue.RELATED);
      held.set(i, !related && (i <= start || body.holds(span, i)));
    }
    return Optional.of(new Found(article, title, title < 0 ? start : title, end, held));
  }

  private int title(Body.Span span) {
    OptionalInt above = titles.above(span.first());
    if (above.isPresent()) {
      return above.getAsInt();
    }
    // A capture that begins with its title, without empty lines.
    return span.first() == 1 && rows.getFirst().text().length() < LONGEST_MADE_TITLE ? 0 : -1;
  }

  /** The first words of a body that came without its title. */
  private static String madeTitle(String paragraph) {
    if (paragraph.length() <= LONGEST_MADE_TITLE) {
      return paragraph;
    }
    int cut = paragraph.lastIndexOf(' ', LONGEST_MADE_TITLE);
    return paragraph.substring(0, cut < 1 ? LONGEST_MADE_TITLE : cut) + "…";
  }

  /** The first free-standing sentence behind title, standfirst, byline, date and takeaways. */
  private int bodyStart(int title, Body.Span span) {
    if (title < 0) {
      return span.first();
    }
    int sentences = 0;
    int letters = 0;
    int head = title;
    int limit = Math.min(span.last(), title + ROWS_OF_HEAD);
    for (int i = title + 1; i <= limit && letters < MOST_OF_STANDFIRST; i++) {
      Row row = rows.get(i);
      if (sentences < 2 ? isHeadRow(i, sentences) : endsStandfirst(row)) {
        head = i;
      } else if (row.is(Kind.PROSE) && !row.line().bulleted()) {
        sentences++;
        letters += Wording.weight(row.text());
      }
    }
    int from = head + 1;
    for (int i = title + 1; i < span.first(); i++) {
      from = body.stops(i) ? Math.max(from, i + 1) : from; // what the body cannot reach across
    }
    for (int i = from; i <= span.last(); i++) {
      if (rows.get(i).is(Kind.PROSE) && !rows.get(i).line().bulleted() && body.holds(span, i)) {
        return i;
      }
    }
    return span.first();
  }

  /** Behind so much text only a byline or a full date is believed to belong to the head. */
  private static boolean endsStandfirst(Row row) {
    boolean dated = row.is(Kind.LABEL) && row.stamp() != null && !row.stamp().label().isRelative();
    return row.says(Cue.BYLINE) || (dated && row.line().isolated());
  }

  private boolean isHeadRow(int i, int sentences) {
    Row row = rows.get(i);
    boolean takeaway = sentences == 0 && isTakeaway(row);
    return row.is(Kind.LABEL)
        || row.says(Cue.BYLINE)
        || row.says(Cue.READING_TIME)
        || credits.nameNearDate(i) != null
        || (takeaway
            && (isTakeaway(rows.get(i - 1))
                || (i + 1 < rows.size() && isTakeaway(rows.get(i + 1)))));
  }

  private static boolean isTakeaway(Row row) {
    return row.line().bulleted()
        && (row.is(Kind.PROSE) || row.is(Kind.TITLE))
        && Wording.words(row.text()) >= FEWEST_TAKEAWAY_WORDS;
  }

  private List<String> takeaways(int title, int start) {
    List<String> points = new ArrayList<>();
    for (int i = Math.max(0, title + 1); title >= 0 && i < start; i++) {
      if (isTakeaway(rows.get(i))) {
        points.add(rows.get(i).text());
      } else if (!points.isEmpty()) {
        break;
      }
    }
    return points.size() < 2 ? List.of() : points;
  }

  /** A byline under the prose ends it: behind it stands who wrote it, not what. */
  private int bodyEnd(int start, Body.Span span) {
    int last = span.last();
    if (span.byMarkup()) {
      while (last + 1 < rows.size() && goesOn(span, last + 1)) {
        last++;
      }
      return last;
    }
    int paragraphs = 0;
    int end = start;
    for (int i = start; i <= last; i++) {
      if (rows.get(i).is(Kind.PROSE)) {
        paragraphs++;
        end = i;
      } else if (paragraphs >= 3
          && (rows.get(i).says(Cue.BYLINE) || body.stops(i))
          && !body.goesOn(start, i, last)) {
        break;
      }
    }
    while (end + 1 < rows.size() && isShortSentence(rows.get(end + 1))) {
      end++;
    }
    return end;
  }

  /** Main text behind the last sentence: a list, a table of dates, with a heading over it. */
  private boolean goesOn(Body.Span span, int i) {
    return isListed(span, i)
        || (isListed(span, i + 1) && body.holds(span, i) && !rows.get(i).is(Kind.CUE));
  }

  /** What leads elsewhere is another story. */
  private boolean isListed(Body.Span span, int i) {
    if (i >= rows.size() || !body.holds(span, i)) {
      return false;
    }
    Row row = rows.get(i);
    return !row.line().leads()
        && !row.is(Kind.CUE)
        && (row.is(Kind.DATED_TITLE)
            || isShortSentence(row)
            // one or two words are a topic the story is filed under
            || (row.line().bulleted() && Wording.words(row.text()) > 2));
  }

  /** "The deal closes in December.": a paragraph too short to be prose by itself. */
  private static boolean isShortSentence(Row row) {
    return (row.is(Kind.OTHER) || row.is(Kind.TITLE))
        && !row.line().bulleted()
        && Wording.words(row.text()) >= FEWEST_WORDS_OF_SENTENCE
        && Wording.endsLikeSentence(row.text())
        && !Wording.truncated(row.text())
        && !Wording.isCaption(row.text());
  }

  private List<String> paragraphs(int start, int end, Body.Span span, @Nullable String author) {
    List<String> out = new ArrayList<>();
    for (int i = start; i <= end; i++) {
      Row row = rows.get(i);
      if (!body.holds(span, i) || (span.byMarkup() && isFurniture(i, out))) {
        continue;
      }
      if (row.is(Kind.PROSE)
          || isShortSentence(row)
          || isSubhead(i, end)
          || (span.byMarkup() && isPoint(row))) {
        if (continues(i, out)) {
          out.add(out.removeLast() + " " + row.text());
        } else {
          out.add(row.text());
        }
      }
    }
    while (out.size() > 1 && isAuthorCard(out.getLast(), author)) {
      out.removeLast();
    }
    return out;
  }

  /** A paragraph that was broken in the middle of a sentence goes on in small letters. */
  private boolean continues(int i, List<String> out) {
    Row row = rows.get(i);
    return !out.isEmpty()
        && !row.line().blankBefore()
        && !row.line().bulleted()
        && Character.isLowerCase(row.text().codePointAt(0))
        && rows.get(i - 1).is(Kind.PROSE)
        && !Wording.endsLikeSentence(rows.get(i - 1).text());
  }

  /** A point of a list inside the main text. */
  private static boolean isPoint(Row row) {
    return !row.is(Kind.CUE)
        && !row.is(Kind.LABEL)
        && Wording.words(row.text()) > 1
        && !Wording.isCaption(row.text());
  }

  /** What a page prints inside an article's block that is not the article's. */
  private boolean isFurniture(int i, List<String> before) {
    Row row = rows.get(i);
    Place place = row.line().place();
    boolean caption =
        (place != null && place.isInElement("figcaption"))
            || (i + 1 < rows.size() && !row.line().blankAfter() && isCredit(rows.get(i + 1)));
    // a title that is all link leads to another story
    boolean link = !row.is(Kind.PROSE) && row.line().isLink();
    return caption || link || before.contains(row.text());
  }

  /** "Photo: A. Name, Agency". */
  private static boolean isCredit(Row row) {
    return row.says(Cue.CREDIT) || (row.says(Cue.NOISE) && Wording.isCaption(row.text()));
  }

  /** A heading inside the prose: alone on its line, a paragraph right behind it. */
  private boolean isSubhead(int i, int end) {
    Row row = rows.get(i);
    boolean words =
        (row.is(Kind.OTHER) || row.is(Kind.TITLE))
            && !row.line().bulleted()
            && row.line().isolated()
            && !Wording.isCaption(row.text())
            && Wording.couldBeHeadline(row.text() + " x");
    return words
        && i < end
        && rows.get(i + 1).is(Kind.PROSE)
        && i > 0
        && !rows.get(i - 1).says(Cue.RELATED)
        && rows.get(i - 1).is(Kind.PROSE);
  }

  /** "Jane Doe is a reporter ..." under an article, hers or not known to be hers. */
  private static boolean isAuthorCard(String paragraph, @Nullable String author) {
    String behind =
        author != null && paragraph.startsWith(author + " ")
            ? paragraph.substring(author.length())
            : "";
    return OF_AUTHOR.matcher(behind).lookingAt() || AUTHOR_CARD.matcher(paragraph).lookingAt();
  }
}
