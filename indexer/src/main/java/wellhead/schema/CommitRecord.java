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

  private static final String SCHEMA = "wellhead.schema";
  private static final String GENERATION = "wellhead.generation";
  private static final String BUILT_AT = "wellhead.built_at";
  private static final String STORIES = "wellhead.stories";

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
        SCHEMA, Integer.toString(schema),
        GENERATION, Long.toString(generation),
        BUILT_AT, builtAt.toString(),
        STORIES, Integer.toString(stories));
  }

  /**
   * Reads commit user data.
   *
   * @throws IndexSchemaException when it was not written by this program, or with another schema
   */
  public static CommitRecord of(Map<String, String> userData) throws IndexSchemaException {
    String schema = userData.get(SCHEMA);
    if (schema == null) {
      throw new IndexSchemaException("this is a Lucene index, but not one of Wellhead's");
    }
    if (!schema.equals(Integer.toString(SchemaVersion.CURRENT))) {
      throw new IndexSchemaException(
          "the index has schema version "
              + schema
              + ", this program needs "
              + SchemaVersion.CURRENT);
    }
    try {
      return new CommitRecord(
          SchemaVersion.CURRENT,
          Long.parseLong(userData.getOrDefault(GENERATION, "")),
          Instant.parse(userData.getOrDefault(BUILT_AT, "")),
          Integer.parseInt(userData.getOrDefault(STORIES, "")));
    } catch (NumberFormatException | DateTimeParseException e) {
      throw new IndexSchemaException(
          "the index's own record of its commit is damaged: " + userData);
    }
  }
}
