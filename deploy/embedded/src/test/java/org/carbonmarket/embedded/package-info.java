@NullMarked
package org.carbonmarket.embedded;

import org.jspecify.annotations.NullMarked;
