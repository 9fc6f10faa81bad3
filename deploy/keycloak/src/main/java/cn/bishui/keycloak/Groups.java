package cn.bishui.keycloak;

import cn.bishui.contracts.Bureau;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;

/** One group per post, {@code /bureaus/ENV/head}, which carries the bureau and the roles of who is in it. */
final class Groups {

    static final String ROOT = "bureaus";

    private static final int ALL = 1000;

    private final RealmResource realm;

    Groups(RealmResource realm) {
        this.realm = realm;
    }

    void ensure(List<Post> posts) {
        Map<String, RoleRepresentation> roles = ensureRoles();
        String root = ensureTop(ROOT);
        Map<String, String> bureaus = children(root);
        for (Bureau bureau : Bureau.values()) {
            List<Post> own =
                    posts.stream().filter(post -> post.bureau() == bureau).toList();
            if (!own.isEmpty()) {
                String id = bureaus.containsKey(bureau.name())
                        ? Objects.requireNonNull(bureaus.get(bureau.name()))
                        : create(root, bureau.name(), bureau);
                ensurePosts(id, own, roles);
            }
        }
    }

    private void ensurePosts(String bureauGroup, List<Post> posts, Map<String, RoleRepresentation> roles) {
        Map<String, String> present = children(bureauGroup);
        for (Post post : posts) {
            String id = present.containsKey(post.id())
                    ? Objects.requireNonNull(present.get(post.id()))
                    : create(bureauGroup, post.id(), post.bureau());
            var mapping = realm.groups().group(id).roles().realmLevel();
            Map<String, RoleRepresentation> had =
                    mapping.listAll().stream().collect(Collectors.toMap(RoleRepresentation::getName, role -> role));
            var missing = post.roles().stream()
                    .filter(role -> !had.containsKey(role))
                    .map(role -> Objects.requireNonNull(roles.get(role), () -> "posts.csv: unknown role " + role))
                    .toList();
            var surplus = had.values().stream()
                    .filter(role -> !post.roles().contains(role.getName()))
                    .toList();
            if (!missing.isEmpty()) {
                mapping.add(missing);
            }
            if (!surplus.isEmpty()) {
                mapping.remove(surplus);
            }
        }
    }

    private Map<String, RoleRepresentation> ensureRoles() {
        Map<String, RoleRepresentation> present = roles();
        for (List<String> row : DataFile.rows("roles.csv")) {
            if (!present.containsKey(row.get(0))) {
                realm.roles().create(new RoleRepresentation(row.get(0), row.get(1) + " / " + row.get(2), false));
            }
        }
        return roles();
    }

    private Map<String, RoleRepresentation> roles() {
        return realm.roles().list(0, ALL).stream().collect(Collectors.toMap(RoleRepresentation::getName, role -> role));
    }

    private String ensureTop(String name) {
        return realm.groups().groups(name, true, 0, ALL, true).stream()
                .filter(group -> group.getName().equals(name))
                .map(GroupRepresentation::getId)
                .findFirst()
                .orElseGet(() -> {
                    var group = new GroupRepresentation();
                    group.setName(name);
                    return Responses.createdId(realm.groups().add(group), "group " + name);
                });
    }

    private Map<String, String> children(String group) {
        var children = new HashMap<String, String>();
        realm.groups()
                .group(group)
                .getSubGroups(0, ALL, true)
                .forEach(child -> children.put(child.getName(), child.getId()));
        return children;
    }

    private String create(String parent, String name, Bureau bureau) {
        var group = new GroupRepresentation();
        group.setName(name);
        // On the sub-group itself: a mapper does not look at the groups above.
        group.setAttributes(Map.of("bureau", List.of(bureau.name())));
        group.setDescription(bureau.chineseName());
        return Responses.createdId(realm.groups().group(parent).subGroup(group), "group " + name);
    }
}
