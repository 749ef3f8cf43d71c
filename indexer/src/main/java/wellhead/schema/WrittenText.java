package wellhead.schema;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import wellhead.story.Story;

/** A text of a story and the tokens it is indexed with. */
record WrittenText(String text, WrittenTokens tokens) {

  /** All texts of a story, each analysed once for whatever is made of it. */
  static Map<TextField, List<WrittenText>> of(Story story) {
    var texts = new EnumMap<TextField, List<WrittenText>>(TextField.class);
    for (TextField field : TextField.values()) {
      texts.put(
          field,
          field.values(story).stream()
              .map(text -> new WrittenText(text, WrittenTokens.of(text)))
              .toList());
    }
    return texts;
  }
}
