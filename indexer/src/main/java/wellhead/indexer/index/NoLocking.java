package wellhead.indexer.index;

import java.io.IOException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockFactory;

/** For reading a commit while a run may be writing the next: a commit's files never change. */
final class NoLocking extends LockFactory {
  @Override
  public Lock obtainLock(Directory directory, String name) throws IOException {
    return new Lock() {
      @Override
      public void ensureValid() {}

      @Override
      public void close() {}
    };
  }
}
