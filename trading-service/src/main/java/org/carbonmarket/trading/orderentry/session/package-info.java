/** Order entry over a WebSocket: a session of one account in one market, answers in order. */
@NullMarked
package org.carbonmarket.trading.orderentry.session;

import org.jspecify.annotations.NullMarked;
