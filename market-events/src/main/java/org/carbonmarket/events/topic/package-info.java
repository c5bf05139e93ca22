/**
 * Topics as code: names, keys, partitions, retention, readers. Everything else is generated from
 * here.
 */
@NullMarked
package org.carbonmarket.events.topic;

import org.jspecify.annotations.NullMarked;
