/**
 * The holdings ledger's rules: double entry, buckets never below zero, a hash chain over every
 * posting. Pure: nothing here knows a database, a clock or a framework.
 */
@NullMarked
package org.carbonmarket.registry.holdings;

import org.jspecify.annotations.NullMarked;
