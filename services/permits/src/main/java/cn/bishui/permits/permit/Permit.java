package cn.bishui.permits.permit;

import cn.bishui.audit.Actor;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.contracts.permits.PermitGranted;
import cn.bishui.contracts.permits.PermitRegisterEntry;
import cn.bishui.permits.unit.Unit;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A discharge permit (排污许可证) on its way: each state can do its own moves and no others. */
public sealed interface Permit {

    /** What the permit says. */
    Terms terms();

    /** Account of the clerk who wrote these terms. */
    String drafter();

    /** How often it was changed; 1 at first. */
    long version();

    /** A clerk's draft, or one that was returned: it can be changed and submitted. */
    sealed interface Open extends Permit {

        /** The draft with other terms of the same number. */
        default Draft revise(Terms terms, Actor clerk) {
            return new Draft(terms, clerk.username(), version());
        }

        /** The application as the approver gets it. */
        default Submitted submit(Actor clerk, Instant at) {
            return new Submitted(terms(), drafter(), clerk.username(), at, version());
        }
    }

    /** Written and not yet submitted. */
    record Draft(Terms terms, String drafter, long version) implements Open {}

    /** Sent back by the approver with a reason. */
    record Returned(Terms terms, String drafter, String approver, String reason, Instant returnedAt, long version)
            implements Open {}

    /** Waits for the approver. */
    record Submitted(Terms terms, String drafter, String submitter, Instant submittedAt, long version)
            implements Permit {

        /** Grants it; code {@code permit.four-eyes} where the approver wrote or submitted it. */
        public Granted grant(Actor approver, Instant at) {
            checkFourEyes(approver);
            return new Granted(terms, drafter, submitter, submittedAt, approver.username(), at, version);
        }

        /** Sends it back; code {@code permit.four-eyes} where the approver wrote or submitted it. */
        public Returned sendBack(Actor approver, String reason, Instant at) {
            checkFourEyes(approver);
            return new Returned(terms, drafter, approver.username(), reason, at, version);
        }

        private void checkFourEyes(Actor approver) {
            if (approver.isSamePersonAs(drafter) || approver.isSamePersonAs(submitter)) {
                throw RuleBroken.forbidden("permit.four-eyes");
            }
        }
    }

    /** In force on the days of its validity. */
    record Granted(
            Terms terms,
            String drafter,
            String submitter,
            Instant submittedAt,
            String approver,
            Instant grantedAt,
            long version)
            implements Permit {

        /** A permit has one set of limits until a change gives it another. */
        private static final String FIRST_LIMIT_SET = "1";

        /** What everybody is told of the grant. */
        public PermitGranted fact(Unit unit) {
            return new PermitGranted(
                    terms.number().value(),
                    unit.code().value(),
                    unit.name(),
                    terms.validity().from(),
                    terms.validity().to(),
                    grantedAt);
        }

        /** The permit as the register shows it. */
        public PermitRegisterEntry registerEntry(Unit unit, long newVersion) {
            return new PermitRegisterEntry(
                    terms.number().value(),
                    newVersion,
                    unit.code().value(),
                    unit.name(),
                    unit.trade(),
                    terms.managementType().id(),
                    PermitRegisterEntry.IN_FORCE,
                    terms.issuedBy(),
                    terms.validity().from(),
                    terms.validity().to(),
                    unit.outlets().stream()
                            .map(outlet -> new PermitRegisterEntry.Outlet(
                                    outlet.code().value(),
                                    outlet.name(),
                                    outlet.receiving(),
                                    outlet.position() == null
                                            ? null
                                            : outlet.position().longitude(),
                                    outlet.position() == null
                                            ? null
                                            : outlet.position().latitude(),
                                    limitsOf(outlet.code().value())))
                            .filter(outlet -> !outlet.limits().isEmpty())
                            .toList(),
                    grantedAt);
        }

        private List<PermitRegisterEntry.Limit> limitsOf(String outlet) {
            return terms.limits().stream()
                    .filter(limit -> limit.outlet().value().equals(outlet))
                    .map(limit -> new PermitRegisterEntry.Limit(
                            limit.pollutant().code(),
                            limit.min(),
                            limit.max(),
                            limit.pollutant().judgedUnit(),
                            terms.validity().from(),
                            terms.validity().to(),
                            FIRST_LIMIT_SET))
                    .toList();
        }
    }

    /** The reason for which it was sent back last, null where it was not. */
    default @Nullable String returnReason() {
        return this instanceof Returned returned ? returned.reason() : null;
    }
}
