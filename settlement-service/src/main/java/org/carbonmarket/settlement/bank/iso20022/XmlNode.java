package org.carbonmarket.settlement.bank.iso20022;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** An element of a message that its schema has found in order. */
record XmlNode(Element element) {

    List<XmlNode> children(String name) {
        List<XmlNode> found = new ArrayList<>();
        for (Node at = element.getFirstChild(); at != null; at = at.getNextSibling()) {
            if (at instanceof Element child && name.equals(child.getLocalName())) {
                found.add(new XmlNode(child));
            }
        }
        return found;
    }

    /** The element at the end of a path, each step the first of its name. */
    Optional<XmlNode> find(String... path) {
        Optional<XmlNode> at = Optional.of(this);
        for (String step : path) {
            at = at.flatMap(node -> node.children(step).stream().findFirst());
        }
        return at;
    }

    /** An element that the schema demands. */
    XmlNode child(String... path) {
        return find(path)
                .orElseThrow(() ->
                        new IllegalStateException(
                                "the schema lets through a message without "
                                        + String.join("/", path)));
    }

    String text(String... path) {
        return child(path).element.getTextContent().strip();
    }

    Optional<String> findText(String... path) {
        return find(path).map(node -> node.element.getTextContent().strip());
    }

    String attribute(String name) {
        return element.getAttribute(name);
    }
}
