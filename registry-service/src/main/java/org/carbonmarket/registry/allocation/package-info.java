/** Allocation from a file of units: preview, a second person's approval, posting. */
@NullMarked
package org.carbonmarket.registry.allocation;

import org.jspecify.annotations.NullMarked;
