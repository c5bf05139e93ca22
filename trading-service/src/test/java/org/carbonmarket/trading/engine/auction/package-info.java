@NullMarked
package org.carbonmarket.trading.engine.auction;

import org.jspecify.annotations.NullMarked;
