/** What the resources share: query parameters and their refusals. */
@NullMarked
package org.carbonmarket.reporting.http;

import org.jspecify.annotations.NullMarked;
