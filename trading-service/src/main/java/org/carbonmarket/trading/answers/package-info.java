/** The market's answers, matched to the requests that wait for them. */
@NullMarked
package org.carbonmarket.trading.answers;

import org.jspecify.annotations.NullMarked;
