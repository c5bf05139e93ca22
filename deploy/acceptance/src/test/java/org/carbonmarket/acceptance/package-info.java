@NullMarked
package org.carbonmarket.acceptance;

import org.jspecify.annotations.NullMarked;
