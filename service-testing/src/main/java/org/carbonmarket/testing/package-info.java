/** What the services' tests share: real infrastructure, tokens, a probe of topics. */
@NullMarked
package org.carbonmarket.testing;

import org.jspecify.annotations.NullMarked;
