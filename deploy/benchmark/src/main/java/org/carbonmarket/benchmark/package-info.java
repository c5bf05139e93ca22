/** The order book and exchange-core's take the same commands; who is faster, and by how much. */
@NullMarked
package org.carbonmarket.benchmark;

import org.jspecify.annotations.NullMarked;
