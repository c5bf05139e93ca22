@NullMarked
package org.carbonmarket.local.replay.record;

import org.jspecify.annotations.NullMarked;
