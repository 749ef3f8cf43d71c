package wellhead.indexer.fetch;

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
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;

/** The records of hosts, a file each, which is replaced by one rename. */
final class HostRecords {
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

  HostRecords(Path folder) {
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

  /** What is known of a host; of one whose file is damaged, nothing. */
  HostRecord read(String host) throws IOException {
    try {
      HostRecord read = JSON.readValue(Files.readAllBytes(file(host, ".json")), HostRecord.class);
      return read == null ? HostRecord.NEW : read;
    } catch (NoSuchFileException | JacksonException | DateTimeException e) {
      return HostRecord.NEW;
    }
  }

  void write(String host, HostRecord record) throws IOException {
    Path partial = file(host, ".part");
    try (var channel =
        FileChannel.open(
            partial,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(JSON.writeValueAsBytes(record)));
      channel.force(true);
    }
    Files.move(partial, file(host, ".json"), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Whoever holds it is the only one to ask this host, on this machine. */
  FileChannel lock(String host) throws IOException {
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(file(host, ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      channel.lock();
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    return channel;
  }

  private Path file(String host, String ending) {
    return folder.resolve(host + ending);
  }
}
