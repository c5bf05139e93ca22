/** The registry's accounts as settlement has heard of them. */
@NullMarked
package org.carbonmarket.settlement.accounts;

import org.jspecify.annotations.NullMarked;
