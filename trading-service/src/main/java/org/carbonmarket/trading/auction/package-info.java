/**
 * One-way auctions (单向竞价): announced by the market operator, bid for under seal, ended by the
 * clock.
 */
@NullMarked
package org.carbonmarket.trading.auction;

import org.jspecify.annotations.NullMarked;
