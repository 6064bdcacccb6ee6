package dev.chesterton.web;

import java.io.StringWriter;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A feed as RFC 4287 has it, well-formed whatever its mails hold.
 *
 * @param self absolute address of the feed, which is its id, too
 * @param page absolute address of the page it follows
 */
record AtomFeed(String title, String self, String page, List<Entry> entries) {
  static final String TYPE = "application/atom+xml;charset=UTF-8";
  private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

  AtomFeed {
    entries = List.copyOf(entries);
  }

  /**
   * One mail or commit.
   *
   * @param id an IRI that stays the same wherever the pages are
   * @param address absolute
   * @param text plain; may be empty
   */
  record Entry(String id, String title, String author, Instant date, String address,
      String text) {}

  /** The document. */
  String xml() {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      write(xml);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a string takes no more", e);
    }
    return text + "\n";
  }

  private void write(XMLStreamWriter xml) throws XMLStreamException {
    xml.setDefaultNamespace(NAMESPACE);
    xml.writeStartElement(NAMESPACE, "feed");
    xml.writeDefaultNamespace(NAMESPACE);
    element(xml, "title", title);
    element(xml, "id", self);
    element(xml, "updated", updated().toString());
    link(xml, "self", self);
    link(xml, "alternate", page);
    for (Entry entry : entries) {
      write(xml, entry);
    }
    xml.writeEndElement();
  }

  /** Of what is in it, not of the hour it was asked for: the same store gives the same feed. */
  private Instant updated() {
    return entries.stream().map(Entry::date).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
  }

  private static void write(XMLStreamWriter xml, Entry entry) throws XMLStreamException {
    xml.writeStartElement(NAMESPACE, "entry");
    element(xml, "title", entry.title());
    element(xml, "id", entry.id());
    element(xml, "updated", entry.date().toString());
    xml.writeStartElement(NAMESPACE, "author");
    element(xml, "name", entry.author());
    xml.writeEndElement();
    link(xml, "alternate", entry.address());
    if (!entry.text().isEmpty()) {
      element(xml, "content", entry.text());
    }
    xml.writeEndElement();
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(NAMESPACE, name);
    xml.writeCharacters(XmlText.of(text));
    xml.writeEndElement();
  }

  private static void link(XMLStreamWriter xml, String relation, String address)
      throws XMLStreamException {
    xml.writeEmptyElement(NAMESPACE, "link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("href", XmlText.of(address));
  }
}
