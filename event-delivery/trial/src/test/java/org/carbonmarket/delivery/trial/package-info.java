@NullMarked
package org.carbonmarket.delivery.trial;

import org.jspecify.annotations.NullMarked;
