package cn.bishui.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The ids are in tokens, tables and events: they are those of the programme's data, and stay. */
class BureauTests {

    private static final String PROGRAMME = """
            GOV 区政府
            ENV 区环保局
            WATER 区农水局
            LAND 国土分局
            DRC 区发改局
            FIN 区财政局
            HOUSING 区住建局
            ECON 区经济局
            QTS 区质监局
            SAFETY 区安监局
            HEALTH 区卫生局
            FORESTRY 区林业畜牧局
            POLICE 区公安分局
            PLAN 规划分局
            TRANS 区交通局
            EDU 区教育局
            CIVIL 区民政局
            ORG 区组织部
            CDI 区纪检委
            SUPERV 监察部门
            DEVZONE 开发区
            EXPZONE 实验区
            TOWN 乡镇政府
            STREET 街道
            GRASS 各基层政府
            CITYRIVER 市河道主管部门
            """;

    @Test
    void areThe26ThatTheProgrammeNames() {
        assertThat(Arrays.stream(Bureau.values()).map(bureau -> bureau.name() + " " + bureau.chineseName()))
                .hasSize(26)
                .containsExactlyElementsOf(PROGRAMME.lines().toList());
    }

    @Test
    void haveEachAnEnglishName() {
        assertThat(Arrays.stream(Bureau.values()).map(Bureau::englishName))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[A-Z][A-Za-z ()-]+"));
    }

    @Test
    void belongToTheDistrictButForTheCitysRiverAuthority() {
        assertThat(Arrays.stream(Bureau.values()).filter(Bureau::external)).containsExactly(Bureau.CITYRIVER);
    }
}
