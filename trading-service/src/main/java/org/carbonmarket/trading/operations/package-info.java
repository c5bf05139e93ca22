/** What a market operator does: list products, set rules, halt and resume. */
@NullMarked
package org.carbonmarket.trading.operations;

import org.jspecify.annotations.NullMarked;
