package cn.bishui.monitoring.reading;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.hj212.Item;
import cn.bishui.hj212.Packet;
import cn.bishui.monitoring.Frames;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTests {

    private static List<Item> items(String data) {
        Packet packet = Frames.packet(Frames.segment("20260301083000120", "2011", "123456", "1", data));
        return packet.items();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "w00000-Rtd=16.80,w00000-Flag=N;w01018-SampleTime=20260301080000,w01018-Rtd=38.4,w01018-Flag=N",
                "RestartTime=20260301085624",
                "w01018-Rtd=,w01018-Flag=",
                "w01018-Flag=D",
                "SB1-RS=1;SB2-RS=0",
                "a=1=2;b",
                ""
            })
    void givesBackWhatWasSent(String data) {
        assertThat(Content.of(items("DataTime=20260301083000;" + data)).items()).isEqualTo(items(data));
    }

    @Test
    void keepsLayoutApartFromNumbers() {
        Content content = Content.of(items("DataTime=20260301083000;w00000-Rtd=16.80,w00000-Flag=N;w01018-Rtd=38.4"));
        assertThat(content.layout()).isEqualTo("w00000-Rtd,w00000-Flag=N;w01018-Rtd");
        assertThat(content.numbers()).isEqualTo("16.80,38.4");
    }
}
