/** The rule sets as they are kept: versions, who proposed and who approved them. */
@NullMarked
package org.carbonmarket.registry.rulesets.book;

import org.jspecify.annotations.NullMarked;
