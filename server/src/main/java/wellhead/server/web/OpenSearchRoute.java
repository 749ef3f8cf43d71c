package wellhead.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import javax.xml.stream.XMLStreamException;

/**
 * {@code /opensearch.xml}: how a browser adds this search to its own search box. OpenSearch 1.1
 * wants whole addresses.
 */
final class OpenSearchRoute {
  private static final String DESCRIPTION = "application/opensearchdescription+xml";
  private static final String SEARCH = "/search?q={searchTerms}&format=";

  private final BaseUrl base;
  private final Assets assets;

  OpenSearchRoute(BaseUrl base, Assets assets) {
    this.base = base;
    this.assets = assets;
  }

  void register(RoutesConfig routes) {
    Reading.route(routes, "/opensearch.xml", this::answer);
  }

  private void answer(Context ctx) {
    byte[] document =
        Xml.document(xml ->
            xml.element(
                "OpenSearchDescription",
                root -> {
                  root.attribute("xmlns", "http://a9.com/-/spec/opensearch/1.1/");
                  root.text("ShortName", "Wellhead");
                  root.text("Description", "Energy headlines, and when they were published");
                  root.text("Tags", "energy news headlines");
                  root.element(
                      "Image",
                      image -> {
                        image.attribute("width", "16");
                        image.attribute("height", "16");
                        image.attribute("type", "image/svg+xml");
                        image.text(base.of(ctx, assets.icon().path()));
                      });
                  String page = SEARCH + Format.HTML.wireName();
                  url(root, "text/html", "results", base.of(ctx, page));
                  url(
                      root,
                      "application/x-suggestions+json",
                      "suggestions",
                      base.of(ctx, "/suggest?q={searchTerms}"));
                  for (Format format :
                      new Format[] {Format.JSON, Format.RSS, Format.ATOM, Format.JSONFEED}) {
                    url(
                        root,
                        format.mediaType(),
                        "results",
                        base.of(ctx, SEARCH + format.wireName()));
                  }
                  url(root, DESCRIPTION, "self", base.of(ctx, "/opensearch.xml"));
                  root.empty("Query", "role", "example", "searchTerms", "OPEC 80k b/d");
                  root.text("SyndicationRight", "private");
                  root.text("AdultContent", "false");
                  root.text("Language", "en");
                  root.text("InputEncoding", "UTF-8");
                  root.text("OutputEncoding", "UTF-8");
                }));
    Reading.answerOnce(ctx, DESCRIPTION + "; charset=utf-8", document);
  }

  private static void url(Xml xml, String type, String rel, String template)
      throws XMLStreamException {
    xml.empty("Url", "type", type, "rel", rel, "template", template);
  }
}
