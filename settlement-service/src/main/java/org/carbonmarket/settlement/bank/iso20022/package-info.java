/** The bank's messages as ISO 20022 XML: the agreed subsets, each checked against its schema. */
@NullMarked
package org.carbonmarket.settlement.bank.iso20022;

import org.jspecify.annotations.NullMarked;
