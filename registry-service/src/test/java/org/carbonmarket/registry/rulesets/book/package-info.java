@NullMarked
package org.carbonmarket.registry.rulesets.book;

import org.jspecify.annotations.NullMarked;
