/** One-way auctions (单向竞价): who sells what to whom, on sealed bids, and how they are opened. */
@NullMarked
package org.carbonmarket.trading.engine.auction;

import org.jspecify.annotations.NullMarked;
