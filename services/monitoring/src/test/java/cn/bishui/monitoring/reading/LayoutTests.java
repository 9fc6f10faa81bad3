package cn.bishui.monitoring.reading;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.hj212.Field;
import cn.bishui.hj212.Item;
import cn.bishui.hj212.Packet;
import cn.bishui.hj212.PollutantData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LayoutTests {

    private static Map<String, PollutantData> longWay(Content content) {
        return Packet.builder("32", "2011", "0").items(content.items()).build().pollutants();
    }

    @Property(tries = 3000)
    void readsTheSameAsTheLongWayOrLeavesItToThat(@ForAll("items") List<Item> items) {
        Content content = Content.of(items);
        Map<String, PollutantData> values = Layout.of(content.layout()).values(content.numbers());
        if (values != null) {
            assertThat(values).isEqualTo(longWay(content));
        }
    }

    @Provide
    Arbitrary<List<Item>> items() {
        Arbitrary<String> names = Arbitraries.of(
                "w01018-Rtd",
                "w01018-Avg",
                "w01018-Flag",
                "w21003-Avg",
                "w21003-Flag",
                "w21003-EFlag",
                "w21003-SampleTime",
                "011-Rtd",
                "011-Flag",
                "w01018-Odd",
                "RestartTime",
                "-Rtd",
                "w01018-",
                "w-01018-Rtd");
        Arbitrary<String> values = Arbitraries.of(
                "38.40",
                "0",
                "-3.5",
                "+3",
                ".5",
                "5.",
                "N",
                "D",
                "",
                "0.025L",
                "1234567890123456789",
                "1e5",
                "20260301083000",
                "-");
        return Combinators.combine(names, values)
                .as(Field::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(fields -> new Item(new ArrayList<>(fields)))
                .list()
                .ofMaxSize(5);
    }

    @Test
    void readsWhatDevicesSendTheShortWay() {
        Layout layout = Layout.of("w00000-Cou,w00000-Flag=N;w01018-Min,w01018-Avg,w01018-Max,w01018-Flag=D");
        assertThat(layout.values("60.50,1,2.30,-4"))
                .isEqualTo(longWay(new Content(layout.toString(), "60.50,1,2.30,-4")))
                .hasSize(2);
        assertThat(layout.values("60.50,1,2.30,-4").get("w01018").flag()).isEqualTo("D");
    }
}
