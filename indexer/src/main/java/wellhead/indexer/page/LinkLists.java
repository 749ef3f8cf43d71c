package wellhead.indexer.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.page.Row.Kind;

/**
 * Headlines without an age: rows of a list of links, cards of title and teaser, cross-references.
 *
 * <p>One line alone is too little to go by, so a headline needs company: other headlines in the
 * same layout, a teaser, or a phrase that announces it.
 */
final class LinkLists {

  private static final double MOSTLY = .6;

  /** Without list marks and empty lines a row has only its words to show. */
  private static final double SURELY = .75;

  private static final Pattern RANK = Pattern.compile("^(\\d{1,3})[.)]?\\s*(?=\\D)");
  private static final int FEWEST = 2;
  private static final int MOST_HEADING_WORDS = 4;
  private static final int ROWS_OF_CARD = 7;
  private static final int FEWEST_WORDS_OF_TEASER = 12;

  private final List<Row> rows;
  private final boolean[] closed;
  private final @Nullable Cue[] flavours;
  private final Headlines out;

  LinkLists(List<Row> rows, boolean[] closed, @Nullable Cue[] flavours, Headlines out) {
    this.rows = rows;
    this.closed = closed;
    this.flavours = flavours;
    this.out = out;
  }

  void read() {
    readRelated();
    readBulleted();
    readCards();
    readAlternating();
    readPlain();
    for (int i = 0; i < rows.size(); i++) {
      if (!closed[i] && rows.get(i).titleLike() && !out.has(i)) {
        out.refuse(i, "stands alone, neither dated nor in a list of headlines");
      }
    }
  }

  /** "See also: Title", or the title on a line behind "See also", a section's name between. */
  private void readRelated() {
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (!row.says(Cue.RELATED) || row.cue() == null) {
        continue;
      }
      String rest = row.cue().rest();
      if (!rest.isEmpty()) {
        if (Wording.isHeadline(rest)) {
          out.put(i, rest, null);
        }
        continue;
      }
      for (int j = i + 1; j < Math.min(rows.size(), i + 4); j++) {
        if (rows.get(j).titleLike()) {
          out.take(j);
          break;
        }
        if (!rows.get(j).is(Kind.OTHER)) {
          break;
        }
      }
    }
  }

  /** Rows with list marks: most of one list's read like headlines. */
  private void readBulleted() {
    Deque<List<Integer>> open = new ArrayDeque<>(); // lists inside lists
    for (int i = 0; i < rows.size(); i++) {
      Line line = rows.get(i).line();
      boolean ends = closed[i] || (!line.bulleted() && !isInside(open, line) && !isTeaserOfItem(i));
      while (!open.isEmpty() && (ends || isBehind(open.peek(), i))) {
        judgeList(open.pop());
      }
      if (!closed[i] && line.bulleted()) {
        if (open.isEmpty() || indent(open.peek()) < line.indent()) {
          open.push(new ArrayList<>());
        }
        open.peek().add(i);
      }
    }
    open.forEach(this::judgeList);
  }

  /** Right below a title with a list mark, which the teaser has not. */
  private boolean isTeaserOfItem(int i) {
    Row row = rows.get(i);
    return i > 0
        && rows.get(i - 1).line().bulleted()
        && rows.get(i - 1).titleLike()
        && (row.is(Kind.PROSE) || Wording.words(row.text()) >= FEWEST_WORDS_OF_TEASER)
        && !row.line().blankBefore();
  }

  private int indent(List<Integer> list) {
    return rows.get(list.getFirst()).line().indent();
  }

  private boolean isInside(Deque<List<Integer>> open, Line line) {
    return !open.isEmpty() && line.indent() > indent(open.getLast());
  }

  /** A row further out, or the first of another list: an empty line between items set closely. */
  private boolean isBehind(List<Integer> list, int i) {
    Line line = rows.get(i).line();
    if (!line.bulleted()) {
      return false;
    }
    if (line.indent() < indent(list)) {
      return true;
    }
    int last = list.getLast();
    boolean spaced =
        list.size() > 1 && rows.get(last).line().blankBefore() && last > list.getFirst();
    return line.indent() == indent(list)
        && line.blankBefore()
        && !spaced
        && rows.get(i - 1).line().blankAfter()
        && isOtherList(list, i);
  }

  /** The empty line is a break only where the list had none before it. */
  private boolean isOtherList(List<Integer> list, int i) {
    Place here = rows.get(i).line().place();
    Place last = rows.get(list.getLast()).line().place();
    if (here == null || last == null || list.size() < 2) {
      return list.size() > 1;
    }
    Place whole = last.shared(Objects.requireNonNull(rows.get(list.getFirst()).line().place()));
    return !here.isIn(whole);
  }

  private void judgeList(List<Integer> items) {
    List<Integer> titles = items.stream().filter(k -> rows.get(k).titleLike()).toList();
    boolean enough = titles.size() >= FEWEST && titles.size() >= MOSTLY * items.size();
    boolean ranked = isRanked(items);
    for (int k : titles) {
      String text = rows.get(k).words();
      if (!enough) {
        out.refuse(k, "in a list of which most is no headline");
      } else if (!isUnwanted(k, items)) {
        out.put(k, ranked ? RANK.matcher(text).replaceFirst("") : text, null);
      }
    }
  }

  /** "2. 2 Title": the rank is printed once as the list's mark and once as a word. */
  private boolean isRanked(List<Integer> items) {
    int rank = 1;
    for (int k : items) {
      Matcher printed = RANK.matcher(rows.get(k).text());
      if (!printed.lookingAt() || Integer.parseInt(printed.group(1)) != rank++) {
        return false;
      }
    }
    return items.size() > FEWEST;
  }

  private boolean isUnwanted(int k, List<Integer> items) {
    if (out.isRefused(k)) {
      return true;
    }
    Cue flavour = flavours[k];
    String reason =
        flavour == Cue.SPONSORED || sponsorNear(items) || isFollowedByAdLabel(k)
            ? "an advertisement"
            : flavour == Cue.FORUM || flavour == Cue.COMMENTS
                ? "a row of a forum, not of news"
                : flavour == Cue.LEGAL
                    ? "what the site says about itself"
                    : isTeaser(rows.get(k)) ? "a teaser, cut off" : null;
    if (reason != null) {
      out.refuse(k, reason);
    }
    return reason != null;
  }

  /** The beginning of a text, longer than titles are; a link may be a title that was cut. */
  private static boolean isTeaser(Row row) {
    return Wording.truncated(row.text())
        && Wording.words(row.text()) >= FEWEST_WORDS_OF_TEASER
        && !row.line().isLink();
  }

  /** An advertiser's name stands right above or right below its list. */
  private boolean sponsorNear(List<Integer> items) {
    for (int i = Math.max(0, items.getFirst() - 3); i < items.getFirst(); i++) {
      if (isAdLabel(rows.get(i))) {
        return true;
      }
    }
    int behind = items.getLast() + 1;
    return behind < rows.size() && isAdLabel(rows.get(behind));
  }

  /** "Ad • Advertiser" in the row of the title itself. */
  private boolean isFollowedByAdLabel(int k) {
    return k + 1 < rows.size() && !rows.get(k + 1).line().bulleted() && isAdLabel(rows.get(k + 1));
  }

  private static boolean isAdLabel(Row row) {
    String text = row.text().toLowerCase(Locale.ROOT);
    return row.says(Cue.SPONSORED)
        || (row.says(Cue.NOISE)
            && (text.startsWith("powered by")
                || text.startsWith("advertisement")
                || text.equals("report this ad")));
  }

  /**
   * Titles that open a block of their own below an empty line, with a teaser, a date or others of
   * their kind. Where most titles of a page's part are dressed so, one that is not is no title.
   */
  private void readCards() {
    List<Integer> cards = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      boolean far = !cards.isEmpty() && i - cards.getLast() > ROWS_OF_CARD;
      if (far || closed[i] || isBreak(rows.get(i))) {
        judgeCards(cards);
        cards = new ArrayList<>();
      }
      if (isCard(i) || isDatedCard(i)) {
        cards.add(i);
      }
    }
    judgeCards(cards);
  }

  /** Already known as a headline, and set as a card. */
  private boolean isDatedCard(int i) {
    Line line = rows.get(i).line();
    return out.has(i) && line.blankBefore() && !line.bulleted();
  }

  private boolean isCard(int i) {
    Row row = rows.get(i);
    if (closed[i] || !row.titleLike() || row.line().bulleted() || !row.line().blankBefore()) {
      return false;
    }
    boolean kickerBelow =
        i + 1 < rows.size() && (rows.get(i + 1).is(Kind.OTHER) || rows.get(i + 1).is(Kind.LABEL));
    return row.line().blankAfter() || kickerBelow;
  }

  private static boolean isBreak(Row row) {
    return row.says(Cue.COMMENTS) || row.says(Cue.LEGAL) || row.says(Cue.TAIL);
  }

  private void judgeCards(List<Integer> cards) {
    List<Integer> dressed = cards.stream().filter(k -> out.has(k) || isDressed(k)).toList();
    boolean mostDressed = dressed.size() >= MOSTLY * cards.size();
    boolean company = cards.size() >= FEWEST;
    for (int k : cards) {
      boolean wanted = dressed.contains(k) ? company || isHeadedByNews(k) : company && !mostDressed;
      if (wanted && !isUnwanted(k, List.of(k))) {
        out.put(k, rows.get(k).words(), null);
      }
    }
  }

  private boolean isHeadedByNews(int k) {
    Cue flavour = flavours[k];
    return flavour == Cue.NEWS || flavour == Cue.POPULAR || flavour == Cue.RELATED;
  }

  /** A teaser, a date or small print follows, and it is not itself what follows a title. */
  private boolean isDressed(int k) {
    if (k > 0 && follows(k) && out.has(lastTitleBefore(k))) {
      return false;
    }
    for (int i = k + 1; i < Math.min(rows.size(), k + 3) && !closed[i]; i++) {
      if (rows.get(i).titleLike()) {
        return false;
      }
      if (rows.get(i).is(Kind.PROSE) || rows.get(i).is(Kind.LABEL)) {
        return true;
      }
    }
    return false;
  }

  /** Right above stands the small print of another title. */
  private boolean follows(int k) {
    Row above = rows.get(k - 1);
    return above.is(Kind.LABEL)
        || (k > 1 && rows.get(k - 2).is(Kind.LABEL) && !above.line().isolated());
  }

  private int lastTitleBefore(int k) {
    for (int i = k - 1; i >= Math.max(0, k - ROWS_OF_CARD); i--) {
      if (out.has(i)) {
        return i;
      }
    }
    return -1;
  }

  /** A title and its teaser, again and again, without empty lines between. */
  private void readAlternating() {
    int i = 0;
    while (i < rows.size()) {
      List<Integer> titles = new ArrayList<>();
      while (isTitleOverTeaser(i, titles.isEmpty())) {
        titles.add(i);
        i += 2;
      }
      if (titles.size() > FEWEST) {
        titles.stream()
            .filter(k -> !isUnwanted(k, List.of(k)))
            .forEach(k -> out.put(k, rows.get(k).words(), null));
      }
      i += titles.isEmpty() ? 1 : 0;
    }
  }

  private boolean isTitleOverTeaser(int i, boolean first) {
    return i + 1 < rows.size()
        && !closed[i]
        && !closed[i + 1]
        && rows.get(i).is(Kind.TITLE)
        && (rows.get(i + 1).is(Kind.PROSE) || isTeaser(rows.get(i + 1)))
        && !isTeaser(rows.get(i))
        && !rows.get(i).line().bulleted()
        && !rows.get(i + 1).line().blankBefore()
        && (first || !rows.get(i).line().blankBefore());
  }

  /** Lines that follow each other without empty lines and mostly read like headlines. */
  private void readPlain() {
    int i = 0;
    while (i < rows.size()) {
      int j = i;
      while (j < rows.size()
          && (isPlain(j) || (isRank(j) && j + 1 < rows.size() && isPlain(j + 1)))
          && (j == i || !rows.get(j).line().blankBefore())) {
        j++;
      }
      int first = i < j && rows.get(i).is(Kind.OTHER) ? i + 1 : i; // a heading that no table knows
      List<Integer> items = IntStream.range(first, j).filter(k -> !isRank(k)).boxed().toList();
      long titles = items.stream().filter(k -> rows.get(k).titleLike()).count();
      boolean headed =
          first > 0 && (isNewsHeading(first - 1) || (titles >= FEWEST && hasHeading(first)));
      if ((titles > FEWEST || headed) && titles > 0 && titles >= SURELY * items.size()) {
        boolean ranked = isRanked(items);
        for (int k : items) {
          String text = rows.get(k).words();
          if (!isUnwanted(k, items)) {
            out.put(k, ranked ? RANK.matcher(text).replaceFirst("") : text, null);
          }
        }
      }
      i = Math.max(j, i + 1);
    }
  }

  /** A number on a line of its own, over the title that it ranks. */
  private boolean isRank(int k) {
    return !closed[k] && rows.get(k).is(Kind.NUMBER) && rows.get(k).text().length() <= 3;
  }

  private boolean isNewsHeading(int i) {
    return rows.get(i).says(Cue.NEWS)
        || rows.get(i).says(Cue.POPULAR)
        || rows.get(i).says(Cue.RELATED);
  }

  /** A short line opens the block, and the titles follow it without an empty line. */
  private boolean hasHeading(int first) {
    if (first == 0 || rows.get(first).line().blankBefore()) {
      return false;
    }
    Row above = rows.get(first - 1);
    return above.line().blankBefore()
        && !above.line().bulleted()
        && (above.is(Kind.OTHER) || (above.is(Kind.CUE) && !above.says(Cue.TAKEAWAYS)))
        && Wording.words(above.text()) <= MOST_HEADING_WORDS;
  }

  private boolean isPlain(int k) {
    Row row = rows.get(k);
    boolean words = row.titleLike() || (row.is(Kind.OTHER) && Wording.couldBeHeadline(row.text()));
    return !closed[k] && words && !row.line().bulleted();
  }
}
