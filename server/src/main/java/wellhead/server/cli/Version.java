package wellhead.server.cli;

import picocli.CommandLine.IVersionProvider;

/**
 * What {@code wellhead --version} prints: the versions of the program, of Lucene and of the JDK.
 */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {
      "wellhead " + of(Version.class),
      "Lucene " + org.apache.lucene.util.Version.LATEST,
      "JDK " + Runtime.version()
    };
  }

  private static String of(Class<?> type) {
    String version = type.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }
}
