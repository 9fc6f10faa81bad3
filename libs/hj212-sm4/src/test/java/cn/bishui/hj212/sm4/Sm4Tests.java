package cn.bishui.hj212.sm4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.hj212.DataFlag;
import cn.bishui.hj212.Frame;
import cn.bishui.hj212.FrameDecoder;
import cn.bishui.hj212.Measure;
import cn.bishui.hj212.Packet;
import cn.bishui.hj212.PacketEncoder;
import cn.bishui.hj212.PollutantData;
import cn.bishui.hj212.ProtocolVersion;
import cn.bishui.hj212.Upload;
import cn.bishui.hj212.Uploads;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class Sm4Tests {

    private static final byte[] KEY = HexFormat.of().parseHex("0123456789abcdeffedcba9876543210");

    @Test
    void agreesWithTheVectorOfTheStandard() {
        byte[] cipherText = HexFormat.of().parseHex("681edf34d206965e86b3e94f536e4246");
        assertThat(new Sm4(KEY).encrypt(KEY)).isEqualTo(cipherText);
        assertThat(new Sm4(KEY).decrypt(cipherText)).isEqualTo(KEY);
    }

    @Test
    void encryptsEachBlockByItself() {
        byte[] two = Arrays.copyOf(KEY, 32);
        System.arraycopy(KEY, 0, two, 16, 16);
        byte[] made = new Sm4(KEY).encrypt(two);
        assertThat(Arrays.copyOf(made, 16)).isEqualTo(Arrays.copyOfRange(made, 16, 32));
        assertThat(new Sm4(KEY).decrypt(made)).isEqualTo(two);
    }

    @Test
    void carriesAPacketWithTheKeyOfAnnexA2() {
        byte[] key = new byte[16];
        Arrays.fill(key, (byte) 0x30);
        Packet packet = new Uploads("32", "010000A8900016F000169DC0", "123456", ProtocolVersion.V2025)
                .packet(
                        Upload.Measured.of(
                                Upload.Measured.Kind.HOUR,
                                LocalDateTime.of(2026, 3, 1, 8, 0),
                                PollutantData.builder("w01018")
                                        .value(Measure.AVG, "38.4")
                                        .flag(DataFlag.NORMAL)
                                        .build()),
                        LocalDateTime.of(2026, 3, 1, 9, 0),
                        true);
        byte[] wire = PacketEncoder.encode(packet, new Sm4(key));
        Frame frame = FrameDecoder.only(wire, _ -> List.of(new Sm4(KEY), new Sm4(key)))
                .orElseThrow();
        assertThat(frame.encrypted()).isTrue();
        assertThat(Packet.parse(frame)).isEqualTo(packet);
        assertThat(FrameDecoder.only(wire, _ -> List.of(new Sm4(KEY)))).isEmpty();
    }

    @Test
    void refusesAKeyOfAnotherLength() {
        assertThatThrownBy(() -> new Sm4(new byte[15])).isInstanceOf(IllegalArgumentException.class);
    }
}
