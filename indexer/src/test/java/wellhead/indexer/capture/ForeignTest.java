package wellhead.indexer.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "%PDF-1.7 | PDF",
        "\\211PNG | image",
        "\\377\\330\\377\\340 | image",
        "RIFF....WEBPVP8 | image",
        "....ftypheic | image",
        "....ftypisom | film",
        "SQLite format 3\\0 | database",
        "PK\\3\\4..........................[Content_Types].xml | office",
        "PK\\3\\4..........................mimetypeapplication/epub | office",
        "\\320\\317\\021\\340\\241\\261\\032\\341 | office",
        "BZh91AY | unpack",
        "(\\265/\\375 | unpack",
        "]*M\\30 | unpack",
        "From a@b.example Fri Jul  3 10:00:00 2026\\nSubject: x\\n\\nOil Falls | mail",
        "Subject: x\\nFrom: a@b.example\\nMIME-Version: 1.0\\n\\nOil Falls | mail",
        "MIME-Version: 1.0\\nTo: b@c.example\\nContent-Type: multipart/related\\n\\nOil | mail",
      })
  void isRefusedByItsName(String bytes, String named) {
    Read read = Read.bytes("a", unescaped(bytes));
    assertThat(read.causes()).containsExactly(Cause.NOT_TEXT);
    assertThat(read.rejections()).singleElement().asString().contains(named);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "From the North Sea to the Gulf, rigs stand idle",
        "Title: Refiners Wait\nAuthor: J. Doe\nReceived: 3 July 2026\n\nThe refiners waited.",
        "ID3 sales rise\nOTTO opens a store",
        "MIME-Version: what the header of a mail means, and why it is still there",
      })
  void isNoTextThatBeginsAlike(String text) {
    assertThat(Foreign.of(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  private static byte[] unescaped(String text) {
    return text.translateEscapes().getBytes(StandardCharsets.ISO_8859_1);
  }
}
