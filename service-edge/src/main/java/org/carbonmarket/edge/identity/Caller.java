package org.carbonmarket.edge.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.AccountId;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who sent the request. A participant's token carries its account and reaches only its own. */
@RequestScoped
public class Caller {

    private static final String ACCOUNT_CLAIM = "account";

    private final SecurityIdentity identity;

    @Inject
    public Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The user's name, as the audit trail records it. */
    public String name() {
        return identity.getPrincipal().getName();
    }

    public boolean hasRole(String role) {
        return identity.hasRole(role);
    }

    /** The account of a participant's token. */
    public Optional<AccountId> account() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            Object claim = token.getClaim(ACCOUNT_CLAIM);
            if (claim != null) {
                return Optional.of(accountOf(claim.toString()));
            }
        }
        return Optional.empty();
    }

    /**
     * Lets a participant reach its own account only; other roles pass, their routes having been
     * checked by role.
     *
     * @throws Refusal 403 {@code NOT_YOUR_ACCOUNT}
     */
    public void requireAccount(AccountId id) {
        boolean bound = hasRole(Roles.PARTICIPANT) || account().isPresent();
        if (bound && !account().map(id::equals).orElse(false)) {
            throw new Refusal(
                    403, "NOT_YOUR_ACCOUNT", null, "Your token is not for account " + id + ".");
        }
    }

    private static AccountId accountOf(String claim) {
        try {
            return AccountId.of(claim);
        } catch (IllegalArgumentException malformed) {
            throw new Refusal(
                    403, "NOT_YOUR_ACCOUNT", null, "The token's account is not an account number.");
        }
    }
}
