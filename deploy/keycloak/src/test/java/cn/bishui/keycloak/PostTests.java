package cn.bishui.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.contracts.Bureau;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PostTests {

    @Test
    void givesEveryBureauOfTheDistrictAHead() {
        var withHead = Post.all().stream()
                .filter(post -> post.id().equals("head"))
                .map(Post::bureau)
                .collect(Collectors.toSet());
        assertThat(withHead)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Bureau.values())
                        .filter(bureau -> !bureau.external())
                        .toList());
    }

    @Test
    void namesOnlyRolesThatExist() {
        List<String> roles =
                DataFile.rows("roles.csv").stream().map(List::getFirst).toList();
        assertThat(Post.all()).allSatisfy(post -> assertThat(roles).containsAll(post.roles()));
    }

    @Test
    void neverLetsOnePostBothDraftAndDecide() {
        assertThat(Post.all())
                .noneSatisfy(post -> assertThat(post.roles())
                        .containsAnyOf("permits.clerk", "enforcement.inspector", "complaints.handler")
                        .containsAnyOf("permits.approver", "enforcement.head", "complaints.head"));
    }

    @Test
    void letsEveryBureauHandleComplaintsAndSignWhatCameOfThem() {
        for (String role : List.of("complaints.handler", "complaints.head")) {
            assertThat(Post.all())
                    .filteredOn(post -> post.roles().contains(role))
                    .extracting(Post::bureau)
                    .as(role)
                    .containsOnlyOnceElementsOf(Arrays.stream(Bureau.values())
                            .filter(bureau -> !bureau.external() && bureau != Bureau.ENV)
                            .toList())
                    .contains(Bureau.ENV);
        }
    }

    @Test
    void letsNobodySuperviseWhatTheyHandle() {
        assertThat(Post.all())
                .noneSatisfy(post -> assertThat(post.roles())
                        .contains("complaints.supervisor")
                        .containsAnyOf("complaints.operator", "complaints.handler", "complaints.head"));
    }

    @Test
    void letsOnePostSeeWhoComplained() {
        assertThat(Post.all())
                .filteredOn(post -> post.roles().contains("complaints.identity-reader"))
                .extracting(Post::username)
                .containsExactly("env-call-back-officer");
    }

    @Test
    void takesAPostOutOfABureauThatDoesNotHaveIt() {
        assertThat(Post.all())
                .extracting(Post::username)
                .contains("env-head", "water-clerk")
                .doesNotContain("env-clerk");
    }
}
