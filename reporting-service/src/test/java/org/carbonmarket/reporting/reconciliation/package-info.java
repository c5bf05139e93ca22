/** Tests of reconciliation. */
@NullMarked
package org.carbonmarket.reporting.reconciliation;

import org.jspecify.annotations.NullMarked;
