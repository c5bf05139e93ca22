package org.carbonmarket.settlement.bank.iso20022;

/** The messages agreed with the bank, by their ISO 20022 identifiers. */
enum MessageKind {
    CREDIT_NOTIFICATION("camt.054.001.08"),
    DAY_STATEMENT("camt.053.001.08"),
    PAYMENT_ORDER("pain.001.001.09"),
    PAYMENT_STATUS("pain.002.001.10");

    private static final String NAMESPACES = "urn:iso:std:iso:20022:tech:xsd:";

    private final String identifier;

    MessageKind(String identifier) {
        this.identifier = identifier;
    }

    String identifier() {
        return identifier;
    }

    String namespace() {
        return NAMESPACES + identifier;
    }

    /** The schema of the agreed subset, on the class path. */
    String schema() {
        return "/iso20022/" + identifier + ".xsd";
    }
}
