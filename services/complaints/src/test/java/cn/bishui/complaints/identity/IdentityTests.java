package cn.bishui.complaints.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.contracts.RuleBroken;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityTests {

    @Test
    void tellsNothingInWords() {
        assertThat(new Identity("张某", "13800000001", "某街1号", "wx").toString()).isEqualTo("Identity[…]");
    }

    @Test
    void takesBlankForNothing() {
        assertThat(new Identity(" ", "", null, "\t")).isEqualTo(Identity.none());
        assertThat(Identity.none().isEmpty()).isTrue();
        assertThat(new Identity(" 张某 ", null, null, null).name()).isEqualTo("张某");
    }

    @Test
    void isNoLongerThanItMayBeAndDoesNotRepeatWhatIsTooLong() {
        String longName = "张".repeat(61);
        assertThatThrownBy(() -> new Identity(longName, null, null, null))
                .isInstanceOf(RuleBroken.class)
                .hasMessage("identity.too-long [60]");
    }

    @ParameterizedTest
    @CsvSource({
        "13800000001, true",
        "138 0000 0001, true",
        "+86 138-0000-0001, true",
        "008613800000001, true",
        "0432-6200001, false",
        "12800000001, false",
        "138000000011, false"
    })
    void knowsWhichPhoneTakesMessages(String phone, boolean mobile) {
        assertThat(new Identity(null, phone, null, null).hasMobile()).isEqualTo(mobile);
    }

    @Property(tries = 200)
    void readsBackWhatItWrote(
            @ForAll @StringLength(max = 60) String name,
            @ForAll @StringLength(max = 30) String phone,
            @ForAll @StringLength(max = 200) String address,
            @ForAll @StringLength(max = 100) String contact) {
        Identity identity = new Identity(name, phone, address, contact);

        assertThat(Identity.of(identity.bytes())).isEqualTo(identity);
    }

    @Test
    void isAsLongAsOthersWhenSealed() {
        int length = new Identity("王某", null, null, null).bytes().length;

        assertThat(new Identity("欧阳某某", "13800000001", "某区某街道某小区3号楼", null).bytes())
                .hasSize(length);
    }
}
