package cn.bishui.contracts;

/**
 * The bodies that the district's plan names, each with the name it has there. An id is what a token's claim
 * {@code bureau} says.
 *
 * <p>Source: the plan's measures, see programme data; {@link #external()} bodies are not the district's own.
 */
public enum Bureau {
    GOV("区政府", "District Government"),
    ENV("区环保局", "Environmental Protection Bureau"),
    WATER("区农水局", "Agriculture and Water Bureau"),
    LAND("国土分局", "Land Resources Sub-bureau"),
    DRC("区发改局", "Development and Reform Bureau"),
    FIN("区财政局", "Finance Bureau"),
    HOUSING("区住建局", "Housing and Construction Bureau"),
    ECON("区经济局", "Economy Bureau"),
    QTS("区质监局", "Quality and Technical Supervision Bureau"),
    SAFETY("区安监局", "Work Safety Bureau"),
    HEALTH("区卫生局", "Health Bureau"),
    FORESTRY("区林业畜牧局", "Forestry and Livestock Bureau"),
    POLICE("区公安分局", "Public Security Sub-bureau"),
    PLAN("规划分局", "Urban Planning Sub-bureau"),
    TRANS("区交通局", "Transport Bureau"),
    EDU("区教育局", "Education Bureau"),
    CIVIL("区民政局", "Civil Affairs Bureau"),
    ORG("区组织部", "Organisation Department"),
    CDI("区纪检委", "Discipline Inspection Commission"),
    SUPERV("监察部门", "Supervision organ"),
    DEVZONE("开发区", "Development Zone"),
    EXPZONE("实验区", "Experimental Zone"),
    TOWN("乡镇政府", "Township governments"),
    STREET("街道", "Sub-district offices"),
    GRASS("各基层政府", "Grassroots governments (towns and streets)"),
    CITYRIVER("市河道主管部门", "City river authority");

    private final String chineseName;
    private final String englishName;

    Bureau(String chineseName, String englishName) {
        this.chineseName = chineseName;
        this.englishName = englishName;
    }

    /** The name the plan uses, in Chinese. */
    public String chineseName() {
        return chineseName;
    }

    /** The name in English. */
    public String englishName() {
        return englishName;
    }

    /** Whether the body belongs to the city rather than to the district. */
    public boolean external() {
        return this == CITYRIVER;
    }
}
