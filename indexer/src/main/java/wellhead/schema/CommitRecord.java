package wellhead.schema;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;

/**
 * What a commit of the index says of itself, in Lucene's commit user data.
 *
 * @param schema the schema version it was written with
 * @param generation counts commits, rebuilds included
 * @param builtAt when it was committed
 * @param stories how many stories it holds
 */
public record CommitRecord(int schema, long generation, Instant builtAt, int stories) {

  /** Before the first commit. */
  public static final CommitRecord NONE =
      new CommitRecord(SchemaVersion.CURRENT, 0, Instant.EPOCH, 0);

  public CommitRecord {
    if (generation < 0 || stories < 0) {
      throw new IllegalArgumentException(
          "generation and stories must not be negative: " + generation + ", " + stories);
    }
  }

  /** As commit user data. */
  public Map<String, String> toUserData() {
    return Map.of(
        Schema.VERSION_KEY, Integer.toString(schema),
        Schema.GENERATION_KEY, Long.toString(generation),
        Schema.BUILT_AT_KEY, builtAt.toString(),
        Schema.STORIES_KEY, Integer.toString(stories));
  }

  /**
   * Reads commit user data.
   *
   * @param index where it lies, for the message
   * @throws IndexSchemaException when it was not written by this program, or with another schema
   */
  public static CommitRecord of(Map<String, String> userData, String index) {
    String schema = userData.getOrDefault(Schema.VERSION_KEY, "none (not one of Wellhead's)");
    if (!schema.equals(Integer.toString(SchemaVersion.CURRENT))) {
      throw new IndexSchemaException(schema, index);
    }
    try {
      return new CommitRecord(
          SchemaVersion.CURRENT,
          Long.parseLong(userData.getOrDefault(Schema.GENERATION_KEY, "")),
          Instant.parse(userData.getOrDefault(Schema.BUILT_AT_KEY, "")),
          Integer.parseInt(userData.getOrDefault(Schema.STORIES_KEY, "")));
    } catch (NumberFormatException | DateTimeParseException e) {
      throw new IndexSchemaException(schema + " with a damaged commit record " + userData, index);
    }
  }
}
