/** Accounts of the registry: one per subject, from application to closing. */
@NullMarked
package org.carbonmarket.registry.accounts;

import org.jspecify.annotations.NullMarked;
