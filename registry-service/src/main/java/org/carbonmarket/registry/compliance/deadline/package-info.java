/** What follows a deadline: notices, fines, deductions, and how the year was complied with. */
@NullMarked
package org.carbonmarket.registry.compliance.deadline;

import org.jspecify.annotations.NullMarked;
