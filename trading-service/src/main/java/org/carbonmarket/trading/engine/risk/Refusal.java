package org.carbonmarket.trading.engine.risk;

import org.carbonmarket.events.trading.RejectionCode;
import org.jspecify.annotations.Nullable;

/**
 * Why the market says no: a value, published like any answer.
 *
 * @param field the field of the request at fault, absent when none is
 * @param detail a sentence for the trader
 */
public record Refusal(RejectionCode code, @Nullable String field, String detail) {}
