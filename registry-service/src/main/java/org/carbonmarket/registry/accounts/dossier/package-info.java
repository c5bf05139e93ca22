/** What an account was opened on: documents, their review, and who may act for the account. */
@NullMarked
package org.carbonmarket.registry.accounts.dossier;

import org.jspecify.annotations.NullMarked;
