package wellhead.indexer.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wellhead.indexer.page.ParsedPage.Article;
import wellhead.indexer.page.ParsedPage.Remark;

/** An article in markup: what stands inside its block but is not of it, and the other way round. */
class MainTextTest {

  private static final String FIRST =
      "The harbour authority of Kestrel Bay said on Monday that its two new tugs, which burn"
          + " methanol, have begun to meet tankers at the outer pilot station.";
  private static final String SECOND =
      "Both were built in a yard that had never made anything but ferries, and both were late, by"
          + " four months and by seven, because their tanks had to be lined twice.";
  private static final String THIRD =
      "A third is to follow in spring, if the price of the fuel, which has doubled since the order"
          + " was placed, allows the authority to keep to its plan.";

  /** A box in the middle, of whatever length, does not end the article or begin it anew. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<figure><img src=a.png><figcaption>The tugs at their berth</figcaption></figure>",
        "<p>Image copyright @kestrelbay @kestrelbay</p>",
        "<p>Image caption The tugs at their berth</p>",
        "<div class=box><h3>Most read</h3><ul><li><a href=/1>Gas Rises Again on Cold</a>"
            + "<li><a href=/2>Pipeline Restarts After Leak</a>"
            + "<li><a href=/3>Solar Auction Draws Few Bids</a></ul></div>",
        "<div class=ad>Advertisement</div>",
      })
  void goesOnBehindABox(String box) {
    assertThat(read(p(FIRST) + p(SECOND) + box + p(THIRD) + p(FIRST + " Again.")).body())
        .isEqualTo(String.join("\n\n", FIRST, SECOND, THIRD, FIRST + " Again."));
  }

  @Test
  void keepsTheHeadingsAndListsOfAnArticleThatIsMadeOfThem() {
    String body =
        p(FIRST)
            + "<h3>The Two Tugs</h3>"
            + p(SECOND)
            + "<h3>The Third Tug</h3>"
            + p(THIRD)
            + "<ul><li>Methanol, 400 tonnes a year</li><li>A crew of six</li></ul>";
    assertThat(read(body).body())
        .isEqualTo(
            String.join(
                "\n\n",
                FIRST,
                "The Two Tugs",
                SECOND,
                "The Third Tug",
                THIRD,
                "Methanol, 400 tonnes a year",
                "A crew of six"));
  }

  @Test
  void isAnArticleWhoseAuthorAndDateStandAboveIt() {
    String byline = "<div>6 comments</div><div>Jo Bloggs</div><div>3 March 2026</div>";
    Article article = read(byline + p(FIRST) + p(SECOND) + p(THIRD));
    assertThat(article.body()).isEqualTo(String.join("\n\n", FIRST, SECOND, THIRD));
    assertThat(article.comments()).isEmpty();
  }

  @Test
  void leavesOutTheTopicsItIsFiledUnder() {
    String topics = "<p>Explore more</p><ul><li>Shipping</li><li>Kestrel Bay</li></ul>";
    assertThat(read(p(FIRST) + p(SECOND) + p(THIRD) + topics).body())
        .isEqualTo(String.join("\n\n", FIRST, SECOND, THIRD));
  }

  @Test
  void leavesCommentsToTheirAuthors() {
    String comments =
        "<h3>Comments</h3><div><div>Jo Bloggs</div><div>3 hours ago</div>"
            + p("I have seen them from the pier, and they are louder than the old ones were.")
            + "</div>";
    Article article = read(p(FIRST) + p(SECOND) + p(THIRD) + comments);
    assertThat(article.body()).isEqualTo(String.join("\n\n", FIRST, SECOND, THIRD));
    assertThat(article.comments())
        .extracting(Remark::author, Remark::date)
        .containsExactly(tuple("Jo Bloggs", "3 hours ago"));
  }

  @Test
  void isNoneOnAPageOfTeasers() {
    StringBuilder list = new StringBuilder("<main>");
    for (String teaser :
        new String[] {FIRST, SECOND, THIRD, FIRST + " Again.", SECOND + " Again."}) {
      list.append("<article><h2><a href=/")
          .append(list.length())
          .append(">")
          .append(teaser, 0, 40)
          .append("</a></h2>")
          .append(p(teaser))
          .append("</article>");
    }
    assertThat(HtmlPage.read(list + "</main>", null, "https://kestrel.example/").article())
        .isNull();
  }

  @Test
  void isNoneWhereEachTeaserIsALink() {
    StringBuilder list = new StringBuilder("<main>");
    for (String teaser : new String[] {FIRST, SECOND, THIRD, FIRST}) {
      list.append("<a href=/")
          .append(list.length())
          .append("><span>")
          .append(teaser, 0, 40)
          .append("</span><div>")
          .append(teaser)
          .append("</div></a>");
    }
    assertThat(HtmlPage.read(list + "</main>", null, "https://kestrel.example/").article())
        .isNull();
  }

  @Test
  void beginsBelowItsHeadingWhateverStandsAboveIt() {
    String above = "<div><p>" + "Kestrel Daily. Home of the Evening and the Sunday Kestrel.</p>";
    String body = p(FIRST) + p(SECOND) + p(THIRD);
    Article article =
        Objects.requireNonNull(
            HtmlPage.read(above + "<h1>Methanol Tugs Begin Work</h1>" + body + "</div>", null, null)
                .article());
    assertThat(article.title()).isEqualTo("Methanol Tugs Begin Work");
    assertThat(article.body()).startsWith(FIRST);
  }

  /** Readability gives up where all of a body is text without an element around it. */
  @Test
  void readsAPageWithoutElements() {
    String bare = "<html><body>" + FIRST + "<br><br>" + SECOND + "<br><br>" + THIRD;
    assertThat(HtmlPage.read(bare, null, null).article()).isNotNull();
  }

  private static String p(String words) {
    return "<p>" + words + "</p>";
  }

  private static Article read(String body) {
    String page =
        "<html><head><title>Methanol Tugs Begin Work</title></head><body>"
            + "<nav><a href=/>Home</a> <a href=/oil>Oil</a> <a href=/gas>Gas</a></nav>"
            + "<div class=story><h1>Methanol Tugs Begin Work</h1>"
            + body
            + "</div><footer>All rights reserved</footer></body></html>";
    Article article = HtmlPage.read(page, null, "https://kestrel.example/tugs").article();
    return Objects.requireNonNull(article, "no article");
  }

  /** Its elements lie within each other 10 million times, and the library would look at each. */
  @Test
  void isNotLookedForInAPageMadeToTakeForEver() {
    Document page =
        Jsoup.parse("<body>" + "<div>".repeat(20_000) + p(FIRST) + p(SECOND) + p(THIRD));
    assertThat(MainText.mark(page, HtmlLines.of(page))).doesNotContain(true);
  }

  /** An element of 20,000 children, of which the library would take out one after the other. */
  @Test
  void isNotLookedForAmongMoreNeighboursThanAnyPageHas() {
    Document page =
        Jsoup.parse("<body>" + p(FIRST) + p(SECOND) + p(THIRD) + "a<br>".repeat(10_000));
    assertThat(MainText.mark(page, HtmlLines.of(page))).doesNotContain(true);
  }
}
