/** What a market holds for its accounts: money and allowances, each fen and tonne in one bucket. */
@NullMarked
package org.carbonmarket.trading.engine.positions;

import org.jspecify.annotations.NullMarked;
