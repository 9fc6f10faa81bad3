package cn.bishui.complaints.quota;

import org.springframework.stereotype.Service;

/** Counts what each address asks for, across all replicas. */
@Service
public class Quota {

    /** What a try with a wrong secret costs more than a right one. */
    public static final int WRONG_SECRET = 5;

    Quota() {}

    /** Takes one; see {@link #take(Client, Allowance, int)}. */
    public void take(Client client, Allowance allowance) {
        take(client, allowance, 1);
    }

    /**
     * Takes some; not to be called inside a transaction, so that what was taken stays taken. Addresses of the machine
     * itself are not counted.
     *
     * @throws cn.bishui.contracts.RuleBroken too many (429, Retry-After) with the code of the allowance
     */
    public void take(Client client, Allowance allowance, int count) {
        throw new UnsupportedOperationException();
    }
}
