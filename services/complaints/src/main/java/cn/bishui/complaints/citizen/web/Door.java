package cn.bishui.complaints.citizen.web;

import cn.bishui.complaints.citizen.FollowComplaint;
import cn.bishui.complaints.citizen.Progress;
import cn.bishui.complaints.quota.Allowance;
import cn.bishui.complaints.quota.Quota;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.Client;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** Opens a complaint to whoever knows its secret, and makes guessing slow. */
@Component
class Door {

    private final FollowComplaint followComplaint;
    private final Quota quota;

    Door(FollowComplaint followComplaint, Quota quota) {
        this.followComplaint = followComplaint;
        this.quota = quota;
    }

    /** Looks again at what was opened a moment ago. */
    Progress look(String number, String secret) {
        return followComplaint.follow(number, secret);
    }

    /**
     * Opens it.
     *
     * @throws RuleBroken {@code complaint.unknown}, for a wrong secret as for a wrong number; {@code quota.tracking}
     */
    Progress open(String number, String secret, HttpServletRequest request) {
        Client client = Client.of(request.getRemoteAddr());
        quota.take(client, Allowance.TRACKING);
        try {
            return followComplaint.follow(number, secret);
        } catch (RuleBroken broken) {
            if (broken.kind() == RuleBroken.Kind.MISSING) {
                quota.take(client, Allowance.TRACKING, Quota.WRONG_SECRET);
            }
            throw broken;
        }
    }
}
