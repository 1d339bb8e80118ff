package counterfoil.report.export;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document while it is written, element by element. */
final class XmlElements {
  /** What stands inside an element. */
  interface Content {
    void write() throws XMLStreamException;
  }

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  private XmlElements() throws XMLStreamException {
    xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
  }

  /** What writes a document's content to the elements it is given. */
  interface Document {
    void write(XmlElements elements) throws XMLStreamException;
  }

  /** The whole file in UTF-8. */
  static byte[] file(String root, String namespace, Document document) {
    try {
      var elements = new XmlElements();
      elements.xml.writeStartDocument("UTF-8", "1.0");
      elements.xml.writeStartElement(root);
      elements.xml.writeDefaultNamespace(namespace);
      document.write(elements);
      elements.xml.writeEndDocument();
      elements.xml.close();
      return elements.text.toString().getBytes(StandardCharsets.UTF_8);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a file that is made in memory", e);
    }
  }

  void element(String name, Content content) throws XMLStreamException {
    xml.writeStartElement(name);
    content.write();
    xml.writeEndElement();
  }

  void element(String name, String value) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(value);
    xml.writeEndElement();
  }

  /** An element of a text that people wrote; left out where nothing of it is left. */
  void text(String name, String value, int mostCharacters) throws XMLStreamException {
    var fitting = XmlText.fit(value, mostCharacters);
    if (!fitting.isEmpty()) {
      element(name, fitting);
    }
  }

  void element(String name, String value, String attribute, String attributeValue)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeAttribute(attribute, attributeValue);
    xml.writeCharacters(value);
    xml.writeEndElement();
  }
}
