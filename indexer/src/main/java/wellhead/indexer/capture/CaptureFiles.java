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
import java.util.stream.Stream;
import java.util.zip.ZipException;

/**
 * Finds the files under the paths that the user gave: folders recursively, in the order of their
 * names, hidden files and the project's own settings left out. What is neither a file nor a folder
 * is named, and so are links to folders, which are not followed: they may lead in a circle.
 *
 * @param files in a repeatable order
 * @param rejections paths that are not there, cannot be read or are no files
 * @param emptyFolders folders given by the user that hold no file
 * @param linkedFolders links to folders that were found in a folder
 */
public record CaptureFiles(
    List<CaptureFile> files,
    List<Rejection> rejections,
    List<String> emptyFolders,
    List<String> linkedFolders) {

  static final String SETTINGS = "wellhead.toml";

  private static final String NO_SUCH = "no such file or folder";

  private static final String LEADS_NOWHERE =
      "a link to a file that is not there; mend or remove it";

  private static final String NO_FILE =
      "a pipe, socket or device in a folder; name a pipe itself, or read it from standard input";

  public CaptureFiles {
    files = List.copyOf(files);
    rejections = List.copyOf(rejections);
    emptyFolders = List.copyOf(emptyFolders);
    linkedFolders = List.copyOf(linkedFolders);
  }

  /** What the user should know of the paths, each naming one and the remedy. */
  public List<String> warnings() {
    return Stream.concat(
            emptyFolders.stream().map(folder -> folder + ": no captures in this folder"),
            linkedFolders.stream()
                .map(link -> link + ": a link to a folder, not followed; name that folder, too"))
        .toList();
  }

  /**
   * Finds the files under these paths. A pipe is read where the user names it, as in {@code
   * <(command)}, and passed over in a folder, where nobody may be writing to it.
   *
   * @param paths files, folders, or {@code -} for standard input
   */
  public static CaptureFiles find(List<String> paths) {
    var search = new Search();
    paths.forEach(search::path);
    return new CaptureFiles(
        search.files, search.rejections, search.emptyFolders, search.linkedFolders);
  }

  /** What was found so far. */
  private static final class Search {
    final List<CaptureFile> files = new ArrayList<>();
    final List<Rejection> rejections = new ArrayList<>();
    final List<String> emptyFolders = new ArrayList<>();
    final List<String> linkedFolders = new ArrayList<>();

    void path(String given) {
      if (given.equals("-")) {
        files.add(CaptureFile.STANDARD_INPUT);
        return;
      }
      Path path = Path.of(given);
      if (Files.isDirectory(path)) {
        folder(path, given);
      } else if (Files.exists(path)) {
        Path name = path.getFileName();
        files.add(CaptureFile.of(path, name == null ? given : name.toString()));
      } else {
        rejections.add(missing(path, given));
      }
    }

    private void folder(Path root, String given) {
      var inside = new ArrayList<CaptureFile>();
      try {
        Files.walkFileTree(root, new Visitor(root, inside));
      } catch (IOException e) {
        rejections.add(rejection(given, e));
      }
      if (inside.isEmpty()) {
        emptyFolders.add(given);
      }
      inside.sort(Comparator.comparing(CaptureFile::shown));
      files.addAll(inside);
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
      private final Path root;
      private final List<CaptureFile> inside;

      Visitor(Path root, List<CaptureFile> inside) {
        this.root = root;
        this.inside = inside;
      }

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
        String shown = shown(root, file);
        if (attributes.isRegularFile()) {
          inside.add(CaptureFile.of(file, shown, attributes));
        } else if (Files.isRegularFile(file)) {
          inside.add(CaptureFile.of(file, shown)); // a link to a file counts
        } else if (Files.isDirectory(file)) {
          linkedFolders.add(shown);
        } else if (attributes.isSymbolicLink() && !Files.exists(file)) {
          rejections.add(missing(file, shown));
        } else {
          rejections.add(Rejection.ofFile(shown, Cause.NOT_A_FILE, NO_FILE));
        }
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException e) {
        rejections.add(rejection(shown(root, file), e));
        return FileVisitResult.CONTINUE;
      }
    }
  }

  private static Rejection missing(Path path, String shown) {
    return Rejection.ofFile(
        shown, Cause.NOT_FOUND, Files.isSymbolicLink(path) ? LEADS_NOWHERE : NO_SUCH);
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
              "cannot be read: " + (e.getMessage() == null ? "reading failed" : e.getMessage()));
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
