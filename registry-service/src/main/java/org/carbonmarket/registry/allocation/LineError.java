package org.carbonmarket.registry.allocation;

/**
 * Why a line of the file cannot be taken.
 *
 * @param line the line of the file, the header being line 1
 * @param column the column's name
 * @param code a stable code
 * @param reason a sentence for the operator
 */
record LineError(long line, String column, String code, String reason) {}
