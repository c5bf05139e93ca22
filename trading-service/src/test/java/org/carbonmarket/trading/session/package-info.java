@NullMarked
package org.carbonmarket.trading.session;

import org.jspecify.annotations.NullMarked;
