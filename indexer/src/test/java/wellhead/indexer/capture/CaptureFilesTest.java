package wellhead.indexer.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureFilesTest {
  @TempDir Path folder;

  @Test
  void comeInTheOrderOfTheirNamesWithoutHiddenOnes() throws IOException {
    Files.createDirectories(folder.resolve("b/.git"));
    for (String name : List.of("c.txt", "b/a.txt", "b/.git/x", ".hidden", "wellhead.toml")) {
      Files.writeString(folder.resolve(name), "x");
    }
    assertThat(find().files()).extracting(CaptureFile::shown).containsExactly("b/a.txt", "c.txt");
  }

  @Test
  void areReadThoughAnotherIsNotThere() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "x");
    CaptureFiles found = CaptureFiles.find(List.of("nowhere", file.toString()));
    assertThat(found.rejections())
        .containsExactly(
            new Rejection("nowhere", null, null, Cause.NOT_FOUND, "no such file or folder"));
    assertThat(found.files()).hasSize(1);
  }

  @Test
  void areFoundThroughLinksToThem() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "x");
    Files.createSymbolicLink(folder.resolve("b.txt"), folder.resolve("a.txt"));
    assertThat(find().files()).extracting(CaptureFile::shown).containsExactly("a.txt", "b.txt");
    assertThat(find().rejections()).isEmpty();
  }

  @Test
  void leaveNothingElseOutWithoutAWord() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "x");
    Files.createSymbolicLink(folder.resolve("dangling.txt"), folder.resolve("gone"));
    Files.createSymbolicLink(folder.resolve("loop"), folder);
    // the name of a socket has room for about a hundred characters
    Path socket = Files.createTempDirectory("s").resolve("s");
    try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
      Files.createSymbolicLink(folder.resolve("socket"), socket);
      CaptureFiles found = find();

      assertThat(found.files()).hasSize(1);
      assertThat(found.rejections())
          .extracting(Rejection::file, Rejection::cause)
          .containsExactlyInAnyOrder(
              tuple("dangling.txt", Cause.NOT_FOUND), tuple("socket", Cause.NOT_A_FILE));
      assertThat(found.linkedFolders()).containsExactly("loop");
      assertThat(found.warnings()).singleElement().asString().contains("loop").contains("link");
    } finally {
      Files.deleteIfExists(socket);
      Files.delete(socket.getParent());
    }
  }

  private CaptureFiles find() {
    return CaptureFiles.find(List.of(folder.toString()));
  }
}
