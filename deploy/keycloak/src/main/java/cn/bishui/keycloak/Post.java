package cn.bishui.keycloak;

import cn.bishui.contracts.Bureau;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A post in a bureau, as {@code posts.csv} lists them; a row for bureau {@code *} is a post of every bureau that has no
 * row of its own for it, and one without a title is a post the bureau does not have.
 *
 * @param bureau where the post is
 * @param id name within the bureau, lower-case with hyphens
 * @param chineseTitle what the post is called
 * @param roles the realm roles of who holds it
 */
public record Post(Bureau bureau, String id, String chineseTitle, List<String> roles) {

    /** Copies the roles. */
    public Post {
        roles = List.copyOf(roles);
    }

    /** Every post of every bureau that belongs to the district. */
    public static List<Post> all() {
        List<List<String>> rows = DataFile.rows("posts.csv");
        return Arrays.stream(Bureau.values())
                .filter(bureau -> !bureau.external())
                .flatMap(bureau -> of(bureau, rows).stream())
                .toList();
    }

    private static List<Post> of(Bureau bureau, List<List<String>> rows) {
        List<Post> own = posts(bureau, bureau.name(), rows);
        List<String> taken = own.stream().map(Post::id).toList();
        List<Post> general = posts(bureau, "*", rows).stream()
                .filter(post -> !taken.contains(post.id()))
                .toList();
        return Stream.concat(own.stream(), general.stream())
                .filter(post -> !post.chineseTitle().isEmpty())
                .toList();
    }

    private static List<Post> posts(Bureau bureau, String key, List<List<String>> rows) {
        return rows.stream()
                .filter(row -> row.get(0).equals(key))
                .map(row -> new Post(
                        bureau, row.get(1), row.get(2), Arrays.asList(row.get(3).split(" ", -1))))
                .toList();
    }

    /** The user name of the account that the demo makes for the post. */
    public String username() {
        return bureau.name().toLowerCase(Locale.ROOT) + "-" + id;
    }

    /** Path of the post's group in the realm. */
    public String groupPath() {
        return "/" + Groups.ROOT + "/" + bureau.name() + "/" + id;
    }
}
