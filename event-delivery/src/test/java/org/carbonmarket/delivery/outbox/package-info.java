@NullMarked
package org.carbonmarket.delivery.outbox;

import org.jspecify.annotations.NullMarked;
