package wellhead.indexer.cli;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.page.AccountedLine;
import wellhead.indexer.page.PageExplanation;
import wellhead.indexer.page.PageExplanation.Way;
import wellhead.indexer.page.PageExplanation.WeighedLine;
import wellhead.indexer.page.PageExplanation.WeighedList;

/**
 * What {@code --explain} is to explain of a page.
 *
 * @param line from 1; 0 for every list of the page
 * @param words lines with these are meant, whatever their number; {@code null} when all are
 */
record Explained(int line, @Nullable String words) {

  /** Whether lines are meant; else lists. */
  boolean ofLines() {
    return line > 0 || words != null;
  }

  private boolean isMeant(int number, String text) {
    return (line == 0 || line == number)
        && (words == null
            || text.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT)));
  }

  /** The lines that are meant, with what became of them. */
  List<AccountedLine> accounts(PageExplanation page) {
    return page.lines().stream().filter(one -> isMeant(one.line(), one.text())).toList();
  }

  /** The lines of a list that are meant. */
  List<WeighedLine> lines(WeighedList list) {
    return list.lines().stream().filter(one -> isMeant(one.line(), one.title())).toList();
  }

  /** The lists that are meant: of lines only those that hold one of them. */
  List<WeighedList> lists(Way way) {
    return way.lists().stream().filter(list -> !ofLines() || !lines(list).isEmpty()).toList();
  }
}
