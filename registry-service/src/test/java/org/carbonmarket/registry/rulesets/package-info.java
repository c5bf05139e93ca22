@NullMarked
package org.carbonmarket.registry.rulesets;

import org.jspecify.annotations.NullMarked;
