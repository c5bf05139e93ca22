@NullMarked
package org.carbonmarket.settlement.bank;

import org.jspecify.annotations.NullMarked;
