package wellhead.indexer.state;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Records in a folder, a file of JSON each, which is replaced by one rename. */
public class StateFiles {
  private static final String ENDING = ".json";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .addModule(
              new SimpleModule()
                  .addSerializer(Instant.class, ToStringSerializer.instance)
                  .addDeserializer(Instant.class, new InstantReader()))
          .build();

  private final Path folder;

  /** The records in a folder, which is made when the first of them is written. */
  public StateFiles(Path folder) {
    this.folder = folder;
  }

  private static final class InstantReader extends FromStringDeserializer<Instant> {
    InstantReader() {
      super(Instant.class);
    }

    @Override
    protected Instant _deserialize(String value, DeserializationContext context) {
      return Instant.parse(value);
    }
  }

  /** A record; empty when there is none, or its file is damaged. */
  public <T> Optional<T> read(String name, Class<T> type) throws IOException {
    try {
      return Optional.ofNullable(JSON.readValue(Files.readAllBytes(file(name, ENDING)), type));
    } catch (NoSuchFileException | JacksonException | DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Writes a record; when this returns it is on disk. */
  public void write(String name, Object record) throws IOException {
    Files.createDirectories(folder);
    Path partial = file(name, ".part");
    try (var channel =
        FileChannel.open(
            partial,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(JSON.writeValueAsBytes(record));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(partial, file(name, ENDING), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Takes a record away. */
  public void delete(String name) throws IOException {
    Files.deleteIfExists(file(name, ENDING));
  }

  /** The names of all records, sorted. */
  public List<String> names() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(path -> String.valueOf(path.getFileName()))
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .sorted()
          .toList();
    }
  }

  /** Waits until nobody else on this machine holds the lock of this name, and takes it. */
  public FileChannel lock(String name) throws IOException {
    FileChannel channel = open(name);
    try {
      channel.lock();
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    return channel;
  }

  /** Takes the lock of this name; empty when somebody else holds it. */
  public Optional<FileChannel> tryLock(String name) throws IOException {
    FileChannel channel = open(name);
    try {
      if (channel.tryLock() != null) {
        return Optional.of(channel);
      }
    } catch (OverlappingFileLockException e) {
      // held within this very process
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    return Optional.empty();
  }

  private FileChannel open(String name) throws IOException {
    Files.createDirectories(folder);
    return FileChannel.open(
        file(name, ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private Path file(String name, String ending) {
    return folder.resolve(name + ending);
  }
}
