/** Tests of serial numbers. */
@NullMarked
package org.carbonmarket.registry.credits.serial;

import org.jspecify.annotations.NullMarked;
