package wellhead.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Judged texts without time or source: whoever can index text can be measured on them. */
interface JudgedTexts extends Judged {
  List<JudgedText> texts();

  @Override
  default void index(Path index) throws IOException {
    JudgedStories.index(texts(), index);
  }

  @Override
  default String textOf(JsonNode hit) {
    return JudgedStories.textOf(hit.path("url").asText());
  }
}
