@NullMarked
package org.carbonmarket.trading.voiding;

import org.jspecify.annotations.NullMarked;
