package wellhead.schema;

/**
 * The form of the index. A change to a field, to the analysis or to {@link StoryCodec} takes the
 * next number and its reason; an index of another number is read anew from the captures.
 *
 * <ul>
 *   <li>1: the first.
 *   <li>2: the ends of the published interval, and every capture's source, can be counted.
 *   <li>3: stories carry the companies, countries and commodities that they name.
 *   <li>4: a capture names its file, and a file no longer lists its captures, for there may be
 *       hundreds of thousands in one.
 *   <li>5: a source counts more of what its labels tell: days by each reading of hours, gates,
 *       staleness.
 *   <li>6: measures are terms (500 MW is 0.5 GW), more stems and spellings.
 *   <li>7: a commit says what is to be forgotten, which a program that did not know of it would
 *       drop.
 *   <li>8: a capture may be dated by others; stories of one line have ids of their own.
 *   <li>9: an article's paragraphs can be counted, to tell the site's own from the article's.
 *   <li>10: British spellings, many more of the trade's abbreviations, quarters, sums and rates.
 *   <li>11: a capture keeps the rows of its list, a story the capture that did not have it yet.
 *   <li>12: "degrees C" is degrees Celsius in any text.
 *   <li>13: the tokens of what a hit shows lie beside it, and no longer their offsets in the
 *       postings.
 *   <li>14: the words of all texts together are one field, weighted; texts that snippets are cut
 *       from lie beside the story with the ends of their sentences, and are stored no more.
 *   <li>15: most tokens of a text that is kept take one byte, and the text is packed.
 *   <li>16: stories carry the people that they name, and their links; many more companies, and
 *       names in their several spellings; a source keeps what speaks against the clocks of its
 *       captures.
 *   <li>17: a story says when it came into the index.
 *   <li>18: an article's text is in the index once, beside the story; so do the events lie that
 *       stories tell of.
 * </ul>
 */
public final class SchemaVersion {
  /** What this program writes and reads. */
  public static final int CURRENT = 18;

  private SchemaVersion() {}
}
