package wellhead.server.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.time.IsoDurations;
import wellhead.story.Interval;
import wellhead.story.Published;

/**
 * Writes JSON key by key, so that what stands in an answer is what stands in the code: an absent
 * value is {@code null}, a time is UTC ISO 8601.
 */
final class Json {
  private static final JsonFactory FACTORY =
      new JsonFactory()
          .configure(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8.mappedFeature(), true)
          .setCharacterEscapes(new ObeyedEscapes());

  private final JsonGenerator out;

  private Json(JsonGenerator out) {
    this.out = out;
  }

  /** Writes some JSON. */
  @FunctionalInterface
  interface Part {
    void write(Json json) throws IOException;
  }

  /** Writes some JSON of a value. */
  @FunctionalInterface
  interface PartOf<T> {
    void write(Json json, T value) throws IOException;
  }

  /** One object, as UTF-8. */
  static byte[] object(Part fields) {
    var bytes = new ByteArrayOutputStream(4096);
    try (JsonGenerator generator = FACTORY.createGenerator(bytes)) {
      var json = new Json(generator);
      generator.writeStartObject();
      fields.write(json);
      generator.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toByteArray();
  }

  /** An array of a text and an array of texts, as UTF-8. */
  static byte[] pair(String first, List<String> second) {
    var bytes = new ByteArrayOutputStream(1024);
    try (JsonGenerator generator = FACTORY.createGenerator(bytes)) {
      generator.writeStartArray();
      generator.writeString(first);
      generator.writeStartArray();
      for (String text : second) {
        generator.writeString(text);
      }
      generator.writeEndArray();
      generator.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toByteArray();
  }

  void object(String key, Part fields) throws IOException {
    out.writeObjectFieldStart(key);
    fields.write(this);
    out.writeEndObject();
  }

  /** An object, or {@code null} when there is no value. */
  <T> void object(String key, @Nullable T value, PartOf<T> fields) throws IOException {
    if (value == null) {
      out.writeNullField(key);
    } else {
      object(key, json -> fields.write(json, value));
    }
  }

  /** An array of objects. */
  <T> void objects(String key, List<T> values, PartOf<T> fields) throws IOException {
    out.writeArrayFieldStart(key);
    for (T value : values) {
      out.writeStartObject();
      fields.write(this, value);
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  void strings(String key, List<String> values) throws IOException {
    out.writeArrayFieldStart(key);
    for (String value : values) {
      out.writeString(value);
    }
    out.writeEndArray();
  }

  void string(String key, @Nullable String value) throws IOException {
    if (value == null) {
      out.writeNullField(key);
    } else {
      out.writeStringField(key, value);
    }
  }

  void number(String key, long value) throws IOException {
    out.writeNumberField(key, value);
  }

  void number(String key, float value) throws IOException {
    out.writeNumberField(key, value);
  }

  /** A number with one decimal. */
  void tenths(String key, double value) throws IOException {
    out.writeNumberField(key, Math.round(value * 10) / 10.0);
  }

  /** A whole number, or {@code null}. */
  void number(String key, @Nullable Integer value) throws IOException {
    if (value == null) {
      out.writeNullField(key);
    } else {
      out.writeNumberField(key, value.intValue());
    }
  }

  void bool(String key, boolean value) throws IOException {
    out.writeBooleanField(key, value);
  }

  void nothing(String key) throws IOException {
    out.writeNullField(key);
  }

  void instant(String key, @Nullable Instant value) throws IOException {
    string(key, value == null ? null : value.toString());
  }

  /** Both ends, an unknown one {@code null}. */
  void ends(Interval interval) throws IOException {
    instant("earliest", interval.earliest());
    instant("latest", interval.latest());
  }

  /** Ends, midpoint and width; the latter two {@code null} when an end is unknown. */
  void span(Interval interval) throws IOException {
    ends(interval);
    instant("midpoint", interval.midpoint().orElse(null));
    string("precision", interval.width().map(IsoDurations::format).orElse(null));
  }

  /** When and how that is known; {@code null} when undated, otherwise all keys. */
  void published(String key, @Nullable Published published) throws IOException {
    object(
        key,
        published,
        (json, p) -> {
          json.span(p.interval());
          json.string("rule", p.rule() == null ? null : p.rule().wireName());
          json.string("evidence", p.evidence().wireName());
          json.bool("conflict", p.conflict());
          json.objects("updated", p.updated(), Json::span);
          json.instant("last_absent", p.lastAbsent());
        });
  }
}
