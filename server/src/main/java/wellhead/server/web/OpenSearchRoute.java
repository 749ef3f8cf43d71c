package wellhead.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * {@code /opensearch.xml}: how a browser adds this search to its own search box. OpenSearch 1.1
 * wants whole addresses, so they are made from where the request came in.
 */
final class OpenSearchRoute {
  private static final String DOCUMENT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
        <ShortName>Wellhead</ShortName>
        <Description>Energy headlines, and when they were published</Description>
        <InputEncoding>UTF-8</InputEncoding>
        <Image width="16" height="16" type="image/svg+xml">{origin}{icon}</Image>
        <Url type="text/html" template="{origin}/search?q={searchTerms}&amp;format=html"/>
        <Url type="application/json" template="{origin}/search?q={searchTerms}&amp;format=json"/>
        <Url type="application/opensearchdescription+xml" rel="self" template="{origin}/opensearch.xml"/>
      </OpenSearchDescription>
      """;

  private final @Nullable URI publicUrl;
  private final Assets assets;

  OpenSearchRoute(WebOptions options, Assets assets) {
    this.publicUrl = options.publicUrl();
    this.assets = assets;
  }

  void register(RoutesConfig routes) {
    Reading.route(routes, "/opensearch.xml", this::answer);
  }

  private void answer(Context ctx) {
    String document =
        DOCUMENT.replace("{origin}", escape(origin(ctx))).replace("{icon}", assets.icon().path());
    ctx.contentType("application/opensearchdescription+xml; charset=utf-8")
        .result(document.getBytes(StandardCharsets.UTF_8));
  }

  private String origin(Context ctx) {
    if (publicUrl != null) {
      return publicUrl.getScheme() + "://" + publicUrl.getRawAuthority();
    }
    return ctx.scheme() + "://" + ctx.host();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
