/** What the REST edges of trading share: form fields and the way answers become responses. */
@NullMarked
package org.carbonmarket.trading.http;

import org.jspecify.annotations.NullMarked;
