/** Freezes by order of a court or the regulator, from the account's own bucket and from trading. */
@NullMarked
package org.carbonmarket.registry.freezes;

import org.jspecify.annotations.NullMarked;
