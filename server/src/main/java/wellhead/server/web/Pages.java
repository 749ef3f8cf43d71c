package wellhead.server.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.Map;

/** Prints page models through the templates that the build compiled into this package. */
final class Pages {
  private final TemplateEngine engine;
  private final Assets assets;
  private final BaseUrl base;

  Pages(Assets assets, BaseUrl base) {
    this.base = base;
    this.assets = assets;
    this.engine =
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, Pages.class.getClassLoader(), Pages.class.getPackageName());
  }

  byte[] search(SearchPage page) {
    return render("search.jte", page);
  }

  byte[] story(StoryPage page) {
    return render("story.jte", page);
  }

  byte[] api(ApiPage page) {
    return render("api.jte", page);
  }

  byte[] error(ErrorPage page) {
    return render("error.jte", page);
  }

  private byte[] render(String template, Object page) {
    var output = new Utf8ByteOutput();
    engine.render(
        template,
        Map.of("page", page, "assets", assets),
        new PrefixedOutput(output, base.prefix()));
    return output.toByteArray();
  }
}
