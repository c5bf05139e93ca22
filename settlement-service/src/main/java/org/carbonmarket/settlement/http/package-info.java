/** What settlement's resources share: form checks of fields, and pages. */
@NullMarked
package org.carbonmarket.settlement.http;

import org.jspecify.annotations.NullMarked;
