@NullMarked
package org.carbonmarket.local.replay;

import org.jspecify.annotations.NullMarked;
