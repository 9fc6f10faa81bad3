package cn.bishui.monitoring.device;

import cn.bishui.contracts.RuleBroken;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a device is out of service (现场监督检查办法, 环发[2008]6号).
 *
 * @param reason why, in words
 * @param beganAt when the fault was there, or the device was stopped
 * @param reportedAt when the bureau knew
 * @param reportDue until when a fault had to be reported; null for what is no fault
 * @param repairDue until when a fault is to be mended; null for what is no fault
 * @param endedAt when the device was put in service again
 */
public record Outage(
        long id,
        int device,
        Kind kind,
        String reason,
        Instant beganAt,
        Instant reportedAt,
        @Nullable Instant reportDue,
        @Nullable Instant repairDue,
        @Nullable Instant endedAt) {

    /** Why a device is out of service. */
    public enum Kind {
        /** 故障: to be reported and mended in time. */
        FAULT("fault"),
        /** 停运检修: with the bureau's consent. */
        MAINTENANCE("maintenance"),
        /** 拆除: with the bureau's consent, for good. */
        REMOVED("removed");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** As it is written in JSON, in forms and in the database. */
        public String code() {
            return code;
        }

        /** Whether the bureau has to agree before. */
        public boolean needsConsent() {
            return this != FAULT;
        }

        /** All codes. */
        public static List<String> codes() {
            return Arrays.stream(values()).map(Kind::code).toList();
        }

        /** Reads a code; code {@code device.outage-kind}. */
        public static Kind of(String code) {
            return Arrays.stream(values())
                    .filter(each -> each.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> RuleBroken.invalid("device.outage-kind", code));
        }

        /** Reads the code of one that needs consent; code {@code device.outage-kind}. */
        public static Kind withConsent(String code) {
            Kind kind = of(code);
            if (!kind.needsConsent()) {
                throw RuleBroken.invalid("device.outage-kind", code);
            }
            return kind;
        }
    }
}
