@NullMarked
package org.carbonmarket.trading.orderentry.session;

import org.jspecify.annotations.NullMarked;
