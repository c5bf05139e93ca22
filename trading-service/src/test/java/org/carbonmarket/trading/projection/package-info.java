@NullMarked
package org.carbonmarket.trading.projection;

import org.jspecify.annotations.NullMarked;
