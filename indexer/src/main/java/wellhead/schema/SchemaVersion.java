package wellhead.schema;

/**
 * The form of the index. A change to a field, to the analysis or to {@link StoryCodec} takes the
 * next number and its reason; an index of another number is read anew from the captures.
 *
 * <ul>
 *   <li>1: the first.
 *   <li>2: the ends of the published interval, and every capture's source, can be counted.
 * </ul>
 */
public final class SchemaVersion {
  /** What this program writes and reads. */
  public static final int CURRENT = 2;

  private SchemaVersion() {}
}
