package wellhead.indexer.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.assemble.Assembler;
import wellhead.indexer.assemble.Rules;
import wellhead.story.Published;
import wellhead.story.Sighting;

/** When a story was published as far as one sighting of it tells, and no other capture. */
final class ToldAlone {
  private final Assembler assembler;

  ToldAlone(Rules rules) {
    this.assembler = new Assembler(rules, (source, from, to) -> false);
  }

  /** {@code null} when it tells nothing. */
  @Nullable Published of(Sighting sighting) {
    return assembler.assemble(List.of(sighting)).getFirst().published();
  }
}
