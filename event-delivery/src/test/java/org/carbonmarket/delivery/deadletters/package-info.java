@NullMarked
package org.carbonmarket.delivery.deadletters;

import org.jspecify.annotations.NullMarked;
