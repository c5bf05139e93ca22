/** Every topic folded into every view that understands it, exactly once. */
@NullMarked
package org.carbonmarket.reporting.folding;

import org.jspecify.annotations.NullMarked;
