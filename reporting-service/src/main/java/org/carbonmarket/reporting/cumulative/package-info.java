/** Volume and amount since launch. */
@NullMarked
package org.carbonmarket.reporting.cumulative;

import org.jspecify.annotations.NullMarked;
