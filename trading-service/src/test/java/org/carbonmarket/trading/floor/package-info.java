/** A trading floor for tests: accounts with value, a clock to set, topics to read. */
@NullMarked
package org.carbonmarket.trading.floor;

import org.jspecify.annotations.NullMarked;
