package cn.bishui.local;

import java.io.UncheckedIOException;

/** {@code deploy/local/token USER}: prints an access token of a local account, for scripts. */
public final class Token {

    private Token() {}

    /** Ends with 1 where there is no such account or the platform does not run, with 2 without a user. */
    public static void main(String[] arguments) {
        if (arguments.length != 1) {
            System.err.println("Usage: deploy/local/token USER");
            System.exit(2);
        }
        try {
            Home home = Home.of(System.getenv());
            PortPlan ports = RunFile.ports(home);
            if (ports == null) {
                throw new Refusal("Bishui is not running; deploy/local/up starts it.");
            }
            var accounts = new Accounts(home.file("accounts.csv"));
            System.out.println(new Tokens(ports.keycloakUrl(), accounts.passwords()).of(arguments[0]));
        } catch (Refusal | UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
