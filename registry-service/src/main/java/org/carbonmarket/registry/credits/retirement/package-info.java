/** Credits that are used: exact serials leave the market for good, and a certificate says so. */
@NullMarked
package org.carbonmarket.registry.credits.retirement;

import org.jspecify.annotations.NullMarked;
