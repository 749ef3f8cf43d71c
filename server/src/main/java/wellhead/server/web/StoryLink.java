package wellhead.server.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The address of a story on this server. */
final class StoryLink {
  private StoryLink() {}

  static String to(String id) {
    // a path writes a space as %20, a query may write +
    return "/stories/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
