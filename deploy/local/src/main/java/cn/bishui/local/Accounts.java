package cn.bishui.local;

import cn.bishui.keycloak.Post;
import cn.bishui.keycloak.Realm;
import cn.bishui.keycloak.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An account per post with a generated password, listed in {@code accounts.csv} for who tries the platform. */
final class Accounts {

    private static final String HEADER = "username,password,bureau,post,roles\n";
    private static final int PASSWORD_LENGTH = 16;

    private final Path file;

    Accounts(Path file) {
        this.file = file;
    }

    /** Makes the accounts that are missing; those that are there keep their passwords as long as the file lists them. */
    void ensure(Realm realm) {
        Map<String, String> known = passwords();
        var passwords = new HashMap<>(known);
        List<Post> posts = Post.all();
        posts.forEach(post -> passwords.computeIfAbsent(post.username(), name -> Secrets.random(PASSWORD_LENGTH)));
        // The file first: a run that is cut short leaves no account whose password nobody knows.
        Home.writePrivate(
                file,
                posts.stream()
                        .map(post -> String.join(
                                        ",",
                                        post.username(),
                                        passwords.get(post.username()),
                                        post.bureau().name(),
                                        post.id(),
                                        String.join(" ", post.roles()))
                                + "\n")
                        .collect(Collectors.joining("", HEADER, "")));
        for (Post post : posts) {
            realm.ensureAccount(
                    post, String.valueOf(passwords.get(post.username())), known.containsKey(post.username()));
        }
    }

    /** Passwords by user name; empty when there are no accounts yet. */
    Map<String, String> passwords() {
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            return Files.readAllLines(file).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .collect(Collectors.toMap(fields -> fields[0], fields -> fields[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
