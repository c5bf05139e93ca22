@NullMarked
package org.carbonmarket.delivery.inbox;

import org.jspecify.annotations.NullMarked;
