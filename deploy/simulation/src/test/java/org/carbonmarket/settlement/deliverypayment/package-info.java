@NullMarked
package org.carbonmarket.settlement.deliverypayment;

import org.jspecify.annotations.NullMarked;
