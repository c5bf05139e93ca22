@NullMarked
package org.carbonmarket.trading.bridge;

import org.jspecify.annotations.NullMarked;
