@NullMarked
package org.carbonmarket.trading.auction;

import org.jspecify.annotations.NullMarked;
