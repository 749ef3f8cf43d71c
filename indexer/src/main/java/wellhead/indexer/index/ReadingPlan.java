package wellhead.indexer.index;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.capture.CaptureFile;
import wellhead.indexer.capture.CaptureOptions;
import wellhead.indexer.capture.FolderSettings;

/**
 * What a run is to read.
 *
 * @param files all that were found, in their order
 * @param unreadBytes how many bytes those have that were not read before; of files of unknown size,
 *     none
 * @param measured whether the size of each is known
 */
record ReadingPlan(List<Item> files, long unreadBytes, boolean measured) {

  /**
   * A file.
   *
   * @param asked the options that it is to be read with
   * @param fingerprint of these options
   * @param state what is known of it; {@code null} for standard input and for what cannot be looked
   *     at
   */
  record Item(
      CaptureFile file, CaptureOptions asked, String fingerprint, @Nullable FileState state) {
    boolean isUnchanged() {
      return state != null && state.isUnchanged();
    }
  }

  ReadingPlan {
    files = List.copyOf(files);
  }

  static ReadingPlan of(List<CaptureFile> files, FolderSettings settings, KnownFiles known) {
    var items = new ArrayList<Item>(files.size());
    // files of one folder have the very same options
    var fingerprints = new IdentityHashMap<CaptureOptions, String>();
    long unread = 0;
    boolean measured = true;
    for (CaptureFile file : files) {
      CaptureOptions asked = settings.of(file);
      String fingerprint = fingerprints.computeIfAbsent(asked, CaptureOptions::fingerprint);
      var item = new Item(file, asked, fingerprint, FileState.of(file, fingerprint, known));
      items.add(item);
      if (!item.isUnchanged()) {
        unread += Math.max(0, file.size());
        measured &= file.size() >= 0;
      }
    }
    return new ReadingPlan(items, unread, measured);
  }
}
