/** Value leaving trading on its owner's request. */
@NullMarked
package org.carbonmarket.trading.releases;

import org.jspecify.annotations.NullMarked;
