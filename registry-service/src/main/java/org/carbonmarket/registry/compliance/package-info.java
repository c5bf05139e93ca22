/** A unit's yearly obligation and how it is met: surrender and offset. */
@NullMarked
package org.carbonmarket.registry.compliance;

import org.jspecify.annotations.NullMarked;
