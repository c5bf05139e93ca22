@NullMarked
package org.carbonmarket.trading.orderentry;

import org.jspecify.annotations.NullMarked;
