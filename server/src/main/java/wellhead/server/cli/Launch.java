package wellhead.server.cli;

import wellhead.indexer.cli.ExitCode;
import wellhead.indexer.cli.Unexpected;
import wellhead.story.AtTheEdge;

/**
 * Where the process begins and ends: whatever happens, it ends with an exit code that says so and a
 * sentence. Where the JVM itself ends a process, it ends it with 1, which is the code of a success
 * with rejected inputs; so this class refers to nothing that could fail to load before it runs.
 */
final class Launch {
  private Launch() {}

  /** Runs one command and ends the process with its exit code (see API: exit codes). */
  @AtTheEdge("the process begins and ends here")
  public static void main(String[] arguments) {
    int exit = ExitCode.IO_ERROR;
    try {
      Thread.setDefaultUncaughtExceptionHandler((thread, e) -> say(e));
      Unexpected.reason(new Throwable()); // its class is there when others cannot be loaded
      exit = Main.run(arguments);
    } catch (Throwable e) {
      say(e);
    }
    System.exit(exit);
  }

  @AtTheEdge("the process begins and ends here")
  private static void say(Throwable e) {
    System.err.println("wellhead: " + Unexpected.reason(e));
    Unexpected.trace(e);
  }
}
