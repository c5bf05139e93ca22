/** A payer and a payee that do nothing but deliver, to be killed while they do. */
@NullMarked
package org.carbonmarket.delivery.trial;

import org.jspecify.annotations.NullMarked;
