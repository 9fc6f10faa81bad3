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
                        .containsAnyOf("permits.clerk", "enforcement.inspector")
                        .containsAnyOf("permits.approver", "enforcement.head"));
    }

    @Test
    void takesAPostOutOfABureauThatDoesNotHaveIt() {
        assertThat(Post.all())
                .extracting(Post::username)
                .contains("env-head", "water-clerk")
                .doesNotContain("env-clerk");
    }
}
