/** The allowance leg of delivery versus payment: locked, then delivered or undone. */
@NullMarked
package org.carbonmarket.registry.deliveries;

import org.jspecify.annotations.NullMarked;
