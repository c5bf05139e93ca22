package org.carbonmarket.registry.compliance.carryover;

/** A year whose old vintages are to lapse, and the document that says so. */
record ProposeLapse(int year, String document) {}
