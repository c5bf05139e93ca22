/** The plans' rules as dated, versioned data: proposed by one person, approved by another. */
@NullMarked
package org.carbonmarket.registry.rulesets;

import org.jspecify.annotations.NullMarked;
