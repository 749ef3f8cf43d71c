package wellhead.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Something that can be indexed, with topics whose answers are known. */
interface Judged {
  /** For the file that its runs are kept in. */
  String name();

  List<Topic> topics();

  /** Makes an index of all texts. */
  void index(Path index) throws IOException;

  /** The id, in the topics' grades, of the text that a hit stands for. */
  String textOf(JsonNode hit);
}
