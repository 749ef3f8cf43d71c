package wellhead.indexer.capture;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a capture holds. */
public sealed interface Content {

  /**
   * A page that people read; its news must be found in it.
   *
   * @param text decoded, without a byte order mark
   * @param markup what the user said it is; {@link Format#AUTO}, {@link Format#TEXT} or {@link
   *     Format#HTML}
   * @param base what its relative links are relative to; {@code null} when not known
   */
  record Page(String text, Format markup, @Nullable String base) implements Content {
    public Page {
      Objects.requireNonNull(text, "text");
      if (markup != Format.AUTO && markup != Format.TEXT && markup != Format.HTML) {
        throw new IllegalArgumentException("not a page's format: " + markup);
      }
    }
  }

  /**
   * Stories that were told one by one, for machines.
   *
   * @param entries in the order of the file; at least one
   */
  record Entries(List<Entry> entries) implements Content {
    public Entries {
      entries = List.copyOf(entries);
      if (entries.isEmpty()) {
        throw new IllegalArgumentException("entries without an entry");
      }
    }
  }
}
