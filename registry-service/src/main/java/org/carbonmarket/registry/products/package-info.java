/** What may be held: allowances by vintage, credits. */
@NullMarked
package org.carbonmarket.registry.products;

import org.jspecify.annotations.NullMarked;
