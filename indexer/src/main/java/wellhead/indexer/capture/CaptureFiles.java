package wellhead.indexer.capture;

import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipException;

/**
 * Finds the files under the paths that the user gave: folders recursively, in the order of their
 * names, hidden files and the project's own settings left out, links to folders not followed.
 *
 * @param files in a repeatable order
 * @param rejections paths that are not there or cannot be read
 * @param emptyFolders folders given by the user that hold no file
 */
public record CaptureFiles(
    List<CaptureFile> files, List<Rejection> rejections, List<String> emptyFolders) {

  static final String SETTINGS = "wellhead.toml";

  private static final String NO_SUCH = "no such file or folder";

  public CaptureFiles {
    files = List.copyOf(files);
    rejections = List.copyOf(rejections);
    emptyFolders = List.copyOf(emptyFolders);
  }

  /**
   * Finds the files under these paths.
   *
   * @param paths files, folders, or {@code -} for standard input
   */
  public static CaptureFiles find(List<String> paths) {
    var files = new ArrayList<CaptureFile>();
    var rejections = new ArrayList<Rejection>();
    var emptyFolders = new ArrayList<String>();
    for (String given : paths) {
      if (given.equals("-")) {
        files.add(CaptureFile.STANDARD_INPUT);
        continue;
      }
      Path path = Path.of(given);
      if (Files.isDirectory(path)) {
        List<CaptureFile> inside = walk(path, given, rejections);
        if (inside.isEmpty()) {
          emptyFolders.add(given);
        }
        files.addAll(inside);
      } else if (Files.exists(path)) {
        Path name = path.getFileName();
        files.add(CaptureFile.of(path, name == null ? given : name.toString()));
      } else {
        rejections.add(Rejection.ofFile(given, Cause.NOT_FOUND, NO_SUCH));
      }
    }
    return new CaptureFiles(files, rejections, emptyFolders);
  }

  private static List<CaptureFile> walk(Path root, String given, List<Rejection> rejections) {
    var files = new ArrayList<CaptureFile>();
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              return folder.equals(root) || !isHidden(folder)
                  ? FileVisitResult.CONTINUE
                  : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              String name = String.valueOf(file.getFileName());
              if (name.startsWith(".") || name.equals(SETTINGS)) {
                return FileVisitResult.CONTINUE;
              }
              if (attributes.isRegularFile()) {
                files.add(CaptureFile.of(file, shown(root, file), attributes));
              } else if (attributes.isSymbolicLink() && Files.isRegularFile(file)) {
                files.add(CaptureFile.of(file, shown(root, file)));
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              rejections.add(rejection(shown(root, file), e));
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      rejections.add(rejection(given, e));
    }
    files.sort(Comparator.comparing(CaptureFile::shown));
    return files;
  }

  /** What went wrong, in words, without the host's paths. */
  static Rejection rejection(String shown, IOException e) {
    return switch (e) {
      case AccessDeniedException ignored ->
          Rejection.ofFile(
              shown,
              Cause.NOT_READABLE,
              "cannot be read: permission denied; change its mode or run as its owner");
      case Expansion.BombException bomb ->
          Rejection.ofFile(shown, Cause.ZIP_BOMB, String.valueOf(bomb.getMessage()));
      case ZipException damage ->
          Rejection.ofFile(shown, Cause.BROKEN, String.valueOf(damage.getMessage()));
      case EOFException damage ->
          Rejection.ofFile(shown, Cause.BROKEN, String.valueOf(damage.getMessage()));
      case NoSuchFileException ignored -> Rejection.ofFile(shown, Cause.NOT_FOUND, NO_SUCH);
      default ->
          Rejection.ofFile(
              shown,
              Cause.NOT_READABLE,
              "cannot be read: " + e.getClass().getSimpleName() + ": " + e.getMessage());
    };
  }

  private static boolean isHidden(Path path) {
    Path name = path.getFileName();
    return name != null && name.toString().startsWith(".");
  }

  private static String shown(Path root, Path file) {
    if (file.equals(root)) {
      return root.toString();
    }
    // the walk puts names behind the root, so there is nothing to work out
    String beside = root.toString();
    int begin = beside.isEmpty() || beside.endsWith(File.separator) ? 0 : 1;
    return file.toString().substring(beside.length() + begin).replace(File.separatorChar, '/');
  }
}
