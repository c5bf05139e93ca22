@NullMarked
package org.carbonmarket.registry.accounts;

import org.jspecify.annotations.NullMarked;
