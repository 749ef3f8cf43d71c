package wellhead.indexer.cli;

import java.io.PrintWriter;
import wellhead.indexer.assemble.ExplainedReading;
import wellhead.indexer.capture.Capture;

/** How {@code inspect} shows one capture. */
interface InspectForm {
  void print(Capture capture, ExplainedReading reading, PrintWriter out);
}
