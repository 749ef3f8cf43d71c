package wellhead.indexer.page;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What stands on one page, as printed.
 *
 * @param headlines in page order
 * @param article {@code null} when the page has none
 * @param rejected lines that looked like news and were not taken, each with its reason
 * @param drawnByScript whether what it shows in a browser is drawn by scripts that did not run for
 *     the capture, and nothing else was found on it
 */
public record ParsedPage(
    List<Headline> headlines,
    @Nullable Article article,
    List<Rejected> rejected,
    boolean drawnByScript) {

  ParsedPage(List<Headline> headlines, @Nullable Article article, List<Rejected> rejected) {
    this(headlines, article, rejected, false);
  }

  public ParsedPage {
    headlines = List.copyOf(headlines);
    rejected = List.copyOf(rejected);
  }

  /** The same, known to be a shell that scripts fill. */
  ParsedPage ofScripts() {
    return new ParsedPage(headlines, article, rejected, kind() == Kind.NEITHER);
  }

  /** What kind of page it is. */
  public Kind kind() {
    if (article == null) {
      return headlines.isEmpty() ? Kind.NEITHER : Kind.LIST;
    }
    return headlines.isEmpty() ? Kind.ARTICLE : Kind.MIXED;
  }

  /** See {@link #kind()}. */
  public enum Kind {
    LIST,
    ARTICLE,
    MIXED,
    NEITHER;

    /** The name that {@code inspect} prints. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A row of a news list.
   *
   * @param age the relative age as printed; {@code null} when none
   * @param date the absolute date, clock time or machine-readable time as printed; {@code null}
   *     when none
   * @param machineReadable whether {@code date} was meant for machines
   * @param updated what else tells of a change, as printed or for machines; {@code null} when
   *     nothing
   * @param url resolved; {@code null} when not known
   * @param line from 1
   */
  public record Headline(
      String title,
      @Nullable String age,
      @Nullable String date,
      boolean machineReadable,
      @Nullable String updated,
      @Nullable String url,
      int line) {}

  /**
   * The article whose own page this is.
   *
   * @param updated what else tells of a change, as printed or for machines; {@code null} when
   *     nothing
   * @param body paragraphs joined by a blank line
   * @param line of the title, from 1
   */
  public record Article(
      String title,
      @Nullable String author,
      @Nullable String age,
      @Nullable String date,
      boolean machineReadable,
      @Nullable String updated,
      @Nullable String url,
      List<String> takeaways,
      String body,
      List<Remark> comments,
      int line) {
    public Article {
      takeaways = List.copyOf(takeaways);
      comments = List.copyOf(comments);
    }
  }

  /**
   * A reader's comment as printed.
   *
   * @param date relative or absolute, as printed; {@code null} when none
   */
  public record Remark(@Nullable String author, @Nullable String date, String text) {}

  /**
   * A line not taken.
   *
   * @param cause what counted most, the same for many lines
   * @param reason the numbers that counted most
   */
  public record Rejected(int line, String text, String cause, String reason) {}
}
