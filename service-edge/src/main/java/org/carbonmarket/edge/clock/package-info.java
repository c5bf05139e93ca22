/** The business clock: the one source of time. */
@NullMarked
package org.carbonmarket.edge.clock;

import org.jspecify.annotations.NullMarked;
