package wellhead.server.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes XML element by element; whatever the text, the result is well-formed. */
final class Xml {
  private final XMLStreamWriter out;

  private Xml(XMLStreamWriter out) {
    this.out = out;
  }

  /** Writes what is inside. */
  @FunctionalInterface
  interface Part {
    void write(Xml xml) throws XMLStreamException;
  }

  /** A document, as UTF-8. */
  static byte[] document(Part root) {
    var bytes = new ByteArrayOutputStream(16 * 1024);
    try {
      XMLStreamWriter writer =
          XMLOutputFactory.newDefaultFactory() // not to be shared by threads
              .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      root.write(new Xml(writer));
      writer.writeEndDocument();
      writer.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing XML to memory", e);
    }
    return bytes.toByteArray();
  }

  /** An element with others in it. */
  void element(String name, Part inside) throws XMLStreamException {
    out.writeStartElement(name);
    inside.write(this);
    out.writeEndElement();
  }

  /** An element with text in it; none when there is no text. */
  void text(String name, @Nullable String text) throws XMLStreamException {
    if (text != null) {
      out.writeStartElement(name);
      text(text);
      out.writeEndElement();
    }
  }

  void text(String text) throws XMLStreamException {
    out.writeCharacters(XmlText.legal(text));
  }

  /** An element with attributes: names and values in turn. An absent value is left out. */
  void empty(String name, @Nullable String... attributes) throws XMLStreamException {
    out.writeEmptyElement(name);
    for (int i = 0; i < attributes.length; i += 2) {
      attribute(String.valueOf(attributes[i]), attributes[i + 1]);
    }
  }

  /** On the element that was just begun. */
  void attribute(String name, @Nullable String value) throws XMLStreamException {
    if (value != null) {
      out.writeAttribute(name, XmlText.legal(value));
    }
  }
}
