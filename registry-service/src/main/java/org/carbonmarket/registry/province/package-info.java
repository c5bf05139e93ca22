/** Provincial accounts: they keep what entities in arrears or under restriction are allocated. */
@NullMarked
package org.carbonmarket.registry.province;

import org.jspecify.annotations.NullMarked;
