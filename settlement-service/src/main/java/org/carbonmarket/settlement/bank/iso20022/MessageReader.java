package org.carbonmarket.settlement.bank.iso20022;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.carbonmarket.edge.problem.Refusal;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Turns bytes from outside into a message of one kind, or refuses them. A document type declaration
 * is refused before it is read, so that neither entities that grow without bound nor external ones
 * ever come to be; nesting is bounded; nothing outside the file is ever fetched.
 */
final class MessageReader {

    private static final String LIMITS = "http://www.oracle.com/xml/jaxp/properties/";
    private static final Map<String, String> BOUNDS =
            Map.of(
                    "maxElementDepth",
                    "32",
                    "elementAttributeLimit",
                    "16",
                    "maxXMLNameLimit",
                    "100");

    private final MessageKind kind;
    private final Schema schema;

    MessageReader(MessageKind kind) {
        this.kind = kind;
        this.schema = schemaOf(kind);
    }

    /**
     * The document's one message, valid by the schema.
     *
     * @throws Refusal 400 when it is no XML or declares a document type, 422 when it is another
     *     message or breaks the schema
     */
    XmlNode read(byte[] file) {
        refuseForeignProlog(file);
        try {
            DocumentBuilder builder = builders().newDocumentBuilder();
            builder.setErrorHandler(new RefuseEverything());
            return new XmlNode(builder.parse(new ByteArrayInputStream(file)).getDocumentElement());
        } catch (SAXParseException fault) {
            throw malformed(
                    fault.getLineNumber(),
                    fault.getColumnNumber(),
                    String.valueOf(fault.getMessage()));
        } catch (SAXException | IOException fault) {
            throw malformed(0, 0, String.valueOf(fault.getMessage()));
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Looks at the file up to its first element: a wrong file is told from a broken one. */
    private void refuseForeignProlog(byte[] file) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        try {
            XMLStreamReader prolog = factory.createXMLStreamReader(new ByteArrayInputStream(file));
            for (int event = prolog.next(); ; event = prolog.next()) {
                if (event == XMLStreamConstants.DTD) {
                    throw new Refusal(
                            400,
                            "DOCUMENT_TYPE_REFUSED",
                            null,
                            "A bank's file declares no document type and no entities.");
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    requireKind(prolog.getNamespaceURI());
                    return;
                }
            }
        } catch (XMLStreamException fault) {
            throw malformed(
                    fault.getLocation() == null ? 0 : fault.getLocation().getLineNumber(),
                    fault.getLocation() == null ? 0 : fault.getLocation().getColumnNumber(),
                    "The content is no XML document.");
        }
    }

    private void requireKind(String namespace) {
        if (!kind.namespace().equals(namespace)) {
            throw Refusal.unprocessable(
                    "BANK_MESSAGE_OTHER",
                    null,
                    "This route takes %s, the file is of namespace %s."
                            .formatted(kind.identifier(), namespace));
        }
    }

    private DocumentBuilderFactory builders() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        BOUNDS.forEach((limit, value) -> factory.setAttribute(LIMITS + limit, value));
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        factory.setSchema(schema);
        return factory;
    }

    private static Schema schemaOf(MessageKind kind) {
        try (InputStream source = MessageReader.class.getResourceAsStream(kind.schema())) {
            return SchemaFactory.newDefaultInstance().newSchema(new StreamSource(source));
        } catch (SAXException | IOException broken) {
            throw new IllegalStateException("no schema of " + kind.identifier(), broken);
        }
    }

    private static Refusal malformed(int line, int column, String what) {
        return new Refusal(
                400,
                "BANK_FILE_MALFORMED",
                null,
                "Line %d, column %d: %s".formatted(line, column, what));
    }

    /** A message that breaks its schema is refused at the first breach. */
    private final class RefuseEverything implements ErrorHandler {

        @Override
        public void warning(SAXParseException fault) throws SAXException {
            throw fault;
        }

        @Override
        public void error(SAXParseException fault) {
            throw Refusal.unprocessable(
                    "BANK_FILE_OFF_SCHEMA",
                    null,
                    "Line %d, column %d is not %s as agreed: %s"
                            .formatted(
                                    fault.getLineNumber(),
                                    fault.getColumnNumber(),
                                    kind.identifier(),
                                    fault.getMessage()));
        }

        @Override
        public void fatalError(SAXParseException fault) throws SAXException {
            throw fault;
        }
    }
}
