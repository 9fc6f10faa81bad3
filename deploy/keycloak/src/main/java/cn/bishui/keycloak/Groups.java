package cn.bishui.keycloak;

import cn.bishui.contracts.Bureau;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;

/** One group per post, {@code /bureaus/ENV/head}, which carries the bureau, the post's title and the roles of who is in it. */
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
        Map<String, GroupRepresentation> bureaus = children(root);
        for (Bureau bureau : Bureau.values()) {
            List<Post> own =
                    posts.stream().filter(post -> post.bureau() == bureau).toList();
            if (!own.isEmpty()) {
                var attributes = Map.of("bureau", List.of(bureau.name()));
                String id = ensure(root, bureaus.get(bureau.name()), bureau.name(), bureau.chineseName(), attributes);
                ensurePosts(id, own, roles);
            }
        }
    }

    private void ensurePosts(String bureauGroup, List<Post> posts, Map<String, RoleRepresentation> roles) {
        Map<String, GroupRepresentation> present = children(bureauGroup);
        for (Post post : posts) {
            // On the sub-group itself: a mapper does not look at the groups above.
            var attributes = Map.of("bureau", List.of(post.bureau().name()), "post", List.of(post.chineseTitle()));
            String id = ensure(
                    bureauGroup,
                    present.get(post.id()),
                    post.id(),
                    post.bureau().chineseName(),
                    attributes);
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

    private Map<String, GroupRepresentation> children(String group) {
        var children = new HashMap<String, GroupRepresentation>();
        realm.groups().group(group).getSubGroups(0, ALL, false).forEach(child -> children.put(child.getName(), child));
        return children;
    }

    private String ensure(
            String parent,
            @Nullable GroupRepresentation present,
            String name,
            String description,
            Map<String, List<String>> attributes) {
        if (present == null) {
            var group = new GroupRepresentation();
            group.setName(name);
            group.setAttributes(attributes);
            group.setDescription(description);
            return Responses.createdId(realm.groups().group(parent).subGroup(group), "group " + name);
        }
        String id = Objects.requireNonNull(present.getId());
        if (!attributes.equals(present.getAttributes())) {
            present.setAttributes(attributes);
            realm.groups().group(id).update(present);
        }
        return id;
    }
}
