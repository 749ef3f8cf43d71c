package wellhead.schema;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.analysis.TokenFilterFactory;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.util.ResourceLoader;
import org.apache.lucene.util.ResourceLoaderAware;
import org.jspecify.annotations.Nullable;

/**
 * Gives {@link ConceptFilter} to any Lucene-based engine.
 *
 * <p>Argument: {@code vocabulary} (a file name).
 */
public final class ConceptFilterFactory extends TokenFilterFactory implements ResourceLoaderAware {
  /** The name under which Lucene finds this factory. */
  public static final String NAME = "wellheadConcepts";

  private final String vocabularyFile;
  private @Nullable Concepts concepts;

  /** Lucene's service loader asks for this constructor, and never uses it. */
  public ConceptFilterFactory() {
    throw defaultCtorException();
  }

  public ConceptFilterFactory(Map<String, String> args) {
    super(args);
    vocabularyFile = require(args, "vocabulary");
    if (!args.isEmpty()) {
      throw new IllegalArgumentException("unknown parameters: " + args);
    }
  }

  @Override
  public void inform(ResourceLoader loader) throws IOException {
    concepts =
        new Concepts(Vocabulary.parse(getLines(loader, vocabularyFile), EnergyAnalysis::tokens));
  }

  @Override
  public TokenStream create(TokenStream input) {
    if (concepts == null) {
      throw new IllegalStateException("the vocabulary was not read: call inform first");
    }
    return new ConceptFilter(input, concepts);
  }

  Concepts concepts() {
    if (concepts == null) {
      throw new IllegalStateException("the vocabulary was not read: call inform first");
    }
    return concepts;
  }
}
