package wellhead.server.web;

import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts the prefix before every address of ours that a template prints into an attribute, so that
 * neither templates nor page models need to know under which path a proxy has us. An address that a
 * template has as fixed text passes by: print it as {@code ${"/search"}}.
 */
final class PrefixedOutput extends OwaspHtmlTemplateOutput {
  private static final Set<String> ADDRESSES =
      Set.of("href", "src", "action", "formaction", "data-suggest");

  private final String prefix;
  private boolean address;

  /**
   * @param prefix such as {@code /energy}; may be empty
   */
  PrefixedOutput(TemplateOutput output, String prefix) {
    super(output);
    this.prefix = prefix;
  }

  @Override
  public void setContext(String tagName, @Nullable String attributeName) {
    super.setContext(tagName, attributeName);
    address = attributeName != null && ADDRESSES.contains(attributeName);
  }

  @Override
  public void writeUserContent(@Nullable String value) {
    boolean ours = value != null && value.startsWith("/") && !value.startsWith("//");
    super.writeUserContent(address && ours ? prefix + value : value);
  }
}
