@NullMarked
package org.carbonmarket.settlement.funds;

import org.jspecify.annotations.NullMarked;
