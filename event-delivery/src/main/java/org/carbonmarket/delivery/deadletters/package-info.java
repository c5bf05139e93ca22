/** What could not be understood, and what waits behind it, until an operator decides. */
@NullMarked
package org.carbonmarket.delivery.deadletters;

import org.jspecify.annotations.NullMarked;
