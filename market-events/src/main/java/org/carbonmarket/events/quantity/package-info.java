/**
 * The market's value types: tonnes, prices, money and the identifiers. They refuse what cannot be.
 */
@NullMarked
package org.carbonmarket.events.quantity;

import org.jspecify.annotations.NullMarked;
