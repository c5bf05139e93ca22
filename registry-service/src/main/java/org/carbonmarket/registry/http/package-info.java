/** What the registry's resources share: form checks of fields, pages, problem answers. */
@NullMarked
package org.carbonmarket.registry.http;

import org.jspecify.annotations.NullMarked;
