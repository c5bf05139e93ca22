/** Allowances of old vintages: carried over into a later one, or lapsed. */
@NullMarked
package org.carbonmarket.registry.compliance.carryover;

import org.jspecify.annotations.NullMarked;
