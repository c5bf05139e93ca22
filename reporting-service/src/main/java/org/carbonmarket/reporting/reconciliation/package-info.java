/** The invariants I1 to I5, checked over the events of all services. */
@NullMarked
package org.carbonmarket.reporting.reconciliation;

import org.jspecify.annotations.NullMarked;
