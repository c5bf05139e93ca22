package org.carbonmarket.registry.accounts.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.registry.accounts.Accounts;
import org.carbonmarket.registry.accounts.ActivationCondition;
import org.carbonmarket.registry.accounts.ClosingCondition.Obstacle;

/**
 * What accounts were opened on (Registration Rules, Articles 7 to 9). An application that came with
 * documents is activated once a review accepted all of them.
 */
@ApplicationScoped
@Transactional
class Dossiers implements ActivationCondition {

    private static final int MOST_DOCUMENTS = 100;

    private final DossierTable table;
    private final Accounts accounts;
    private final BusinessClock clock;

    Dossiers(DossierTable table, Accounts accounts, BusinessClock clock) {
        this.table = table;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public Optional<Obstacle> obstacleTo(AccountId account) {
        int documents = table.documents(account).size();
        List<Review> reviews = table.reviews(account);
        if (documents == 0 && reviews.isEmpty()) {
            return Optional.empty();
        }
        if (!reviews.isEmpty() && reviews.getFirst().outcome() == Review.Outcome.RETURNED) {
            return Optional.of(
                    new Obstacle(
                            "APPLICATION_RETURNED",
                            "The application of account " + account + " was returned."));
        }
        return reviews.isEmpty() || reviews.getFirst().documents() < documents
                ? Optional.of(
                        new Obstacle(
                                "APPLICATION_NOT_REVIEWED",
                                "Documents of account " + account + " wait for review."))
                : Optional.empty();
    }

    List<Document> documents(AccountId account) {
        accounts.requireKnown(account);
        return table.documents(account);
    }

    /** Adds a document; one with the same digest is there already and stays as it is. */
    Document add(AccountId account, AddDocument asked, String actor) {
        accounts.requireKnown(account);
        table.lock(account);
        List<Document> documents = table.documents(account);
        Optional<Document> same =
                documents.stream().filter(each -> each.sha256().equals(asked.sha256())).findFirst();
        if (same.isPresent()) {
            return same.get();
        }
        if (documents.size() >= MOST_DOCUMENTS) {
            throw Refusal.conflict("DOSSIER_FULL", "An account has at most 100 documents.");
        }
        Document added =
                new Document(
                        documents.size() + 1,
                        asked.kind(),
                        asked.title(),
                        asked.mediaType(),
                        asked.bytes(),
                        asked.sha256(),
                        actor,
                        clock.now());
        table.insert(account, added);
        return added;
    }

    List<Review> reviews(AccountId account) {
        accounts.requireKnown(account);
        return table.reviews(account);
    }

    Review review(AccountId account, ReviewApplication asked, String actor) {
        accounts.requireKnown(account);
        table.lock(account);
        Review review =
                new Review(
                        table.reviews(account).size() + 1,
                        asked.outcome(),
                        table.documents(account).size(),
                        asked.remark(),
                        actor,
                        clock.now());
        table.insert(account, review);
        return review;
    }

    List<AccountUser> users(AccountId account) {
        accounts.requireKnown(account);
        return table.users(account);
    }

    AccountUser add(AccountId account, AddUser asked, String actor) {
        accounts.requireKnown(account);
        table.lock(account);
        if (table.acting(account, asked.user()).isPresent()) {
            throw Refusal.conflict(
                    "USER_ACTS_ALREADY", "User " + asked.user() + " acts for it already.");
        }
        Integer document = asked.document();
        if (document != null && (document < 1 || document > table.documents(account).size())) {
            throw Refusal.unprocessable(
                    "DOCUMENT_UNKNOWN", "document", "The account has no such document.");
        }
        AccountUser added =
                new AccountUser(
                        asked.user(),
                        asked.name(),
                        asked.powers(),
                        document,
                        actor,
                        clock.now(),
                        null,
                        null);
        table.insert(account, added);
        return added;
    }

    /** Ends what a user may do; ended already, it changes nothing. */
    List<AccountUser> end(AccountId account, String user, String actor) {
        List<AccountUser> users = users(account);
        if (users.stream().noneMatch(each -> each.user().equals(user))) {
            throw Refusal.notFound("USER_UNKNOWN", "No user " + user + " ever acted for it.");
        }
        table.end(account, user, actor, clock.now());
        return table.users(account);
    }
}
