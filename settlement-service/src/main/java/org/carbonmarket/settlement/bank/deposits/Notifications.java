package org.carbonmarket.settlement.bank.deposits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.registry.AccountEvent.AccountState;
import org.carbonmarket.settlement.accounts.Accounts;
import org.carbonmarket.settlement.bank.BankMessages;
import org.carbonmarket.settlement.bank.CreditNotification;
import org.carbonmarket.settlement.bank.CreditNotification.Credit;
import org.carbonmarket.settlement.bank.FileFault;
import org.carbonmarket.settlement.bank.deposits.ConfirmDeposit.Said;
import org.carbonmarket.settlement.bank.references.Confirmation;
import org.carbonmarket.settlement.bank.references.Confirmations;
import org.carbonmarket.settlement.bank.references.ReceivedMessages;

/** Takes the bank's credit notifications: all of a file, or none of it. */
@ApplicationScoped
@Transactional
class Notifications {

    private final BankMessages messages;
    private final ReceivedMessages received;
    private final Accounts accounts;
    private final Confirmations confirmations;
    private final Deposits deposits;

    Notifications(
            BankMessages messages,
            ReceivedMessages received,
            Accounts accounts,
            Confirmations confirmations,
            Deposits deposits) {
        this.messages = messages;
        this.received = received;
        this.accounts = accounts;
        this.confirmations = confirmations;
        this.deposits = deposits;
    }

    /**
     * Books a file's credits.
     *
     * @throws Refusal with every fault, and then nothing of the file is booked
     */
    Notified take(byte[] file, String actor) {
        CreditNotification notification = messages.creditNotification(file);
        List<Credit> credits = notification.credits();
        Map<String, Confirmation> known =
                confirmations.lock(credits.stream().map(Credit::reference).toList());
        refuseAccountsNotOpen(credits, known);
        received.keep(
                ReceivedMessages.Kind.CREDIT_NOTIFICATION, notification.message(), file, actor);
        List<Said> said =
                credits.stream().map(credit -> said(credit, notification.message())).toList();
        return Notified.of(notification.message(), deposits.book(said, known, actor));
    }

    /** A payment for nobody, or for an account that is closed, is the bank's to clear first. */
    private void refuseAccountsNotOpen(List<Credit> credits, Map<String, Confirmation> known) {
        Map<AccountId, AccountState> states =
                accounts.states(credits.stream().map(Credit::account).toList());
        List<FileFault> faults = new ArrayList<>();
        for (int i = 0; i < credits.size(); i++) {
            Credit credit = credits.get(i);
            AccountState state = states.get(credit.account());
            String at = "entry " + (i + 1);
            if (state == null) {
                faults.add(
                        new FileFault(
                                at,
                                "ACCOUNT_UNKNOWN",
                                "Settlement has not heard of account " + credit.account() + "."));
            } else if (state == AccountState.CLOSED && !known.containsKey(credit.reference())) {
                faults.add(
                        new FileFault(
                                at,
                                "ACCOUNT_CLOSED",
                                "Account " + credit.account() + " is closed."));
            }
        }
        FileFault.refuseAny(faults);
    }

    private static Said said(Credit credit, String message) {
        return new Said(
                new ConfirmDeposit(credit.account(), credit.amount(), credit.reference()),
                credit.bookedOn(),
                message);
    }
}
