@NullMarked
package org.carbonmarket.trading.marketlog;

import org.jspecify.annotations.NullMarked;
