package wellhead.fuzz;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.assemble.Assembler;
import wellhead.indexer.assemble.CaptureReading;
import wellhead.indexer.assemble.CaptureTimes;
import wellhead.indexer.assemble.KnownSources;
import wellhead.indexer.assemble.StoryKeys;
import wellhead.indexer.capture.Capture;
import wellhead.schema.Schema;
import wellhead.schema.StoryDocument;
import wellhead.story.CapturedList;
import wellhead.story.Sighting;
import wellhead.story.Story;

/** What a capture tells, laid out as the index would hold it. */
final class Layout {
  private static final int MOST_DOCUMENTS = 5_000;
  private static final Assembler ASSEMBLER = new Assembler(KnownSources.load(), new NoOther());
  private static final IndexWriter WRITER = writer();

  private Layout() {}

  private static final class NoOther implements CaptureTimes {
    @Override
    public boolean anyBetween(
        @Nullable String source, java.time.Instant from, java.time.Instant to) {
      return false;
    }

    @Override
    public Optional<CapturedList> list(String capture) {
      return Optional.empty();
    }

    @Override
    public Optional<CapturedList> before(CapturedList list) {
      return Optional.empty();
    }
  }

  private static IndexWriter writer() {
    try {
      return new IndexWriter(new ByteBuffersDirectory(), Schema.writerConfig());
    } catch (IOException e) {
      throw new AssertionError("nothing is read or written", e);
    }
  }

  static void lay(Capture capture) throws IOException {
    List<Sighting> sightings = new ArrayList<>(CaptureReading.of(capture).sightings());
    for (Sighting sighting : sightings) {
      for (Story story : ASSEMBLER.assemble(List.of(sighting))) {
        WRITER.addDocument(
            StoryDocument.toDocument(
                story, List.of(), StoryKeys.of(story.sightings()), List.of(capture.ref().id())));
      }
    }
    if (WRITER.getDocStats().maxDoc > MOST_DOCUMENTS) {
      WRITER.deleteAll();
    }
  }
}
