package wellhead.server.web;

import java.io.IOException;
import java.io.OutputStream;
import wellhead.server.search.ExportSink.Found;

/** How the stories of an export are written. */
interface ExportRows {

  /** What stands before the first story. */
  void begin(OutputStream out) throws IOException;

  void row(OutputStream out, Found found) throws IOException;
}
