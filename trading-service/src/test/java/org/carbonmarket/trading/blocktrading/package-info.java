@NullMarked
package org.carbonmarket.trading.blocktrading;

import org.jspecify.annotations.NullMarked;
