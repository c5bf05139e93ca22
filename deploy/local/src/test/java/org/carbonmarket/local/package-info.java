@NullMarked
package org.carbonmarket.local;

import org.jspecify.annotations.NullMarked;
