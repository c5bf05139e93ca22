/** What surveillance raised, for those who watch the market. */
@NullMarked
package org.carbonmarket.trading.surveillance;

import org.jspecify.annotations.NullMarked;
