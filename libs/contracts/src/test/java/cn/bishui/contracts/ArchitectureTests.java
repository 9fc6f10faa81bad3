package cn.bishui.contracts;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Every service has this on its class path: it must bring nothing with it. */
@AnalyzeClasses(packages = "cn.bishui.contracts", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule dependOnTheJavaRuntimeOnly = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify.annotations", "cn.bishui.contracts.."));

    @ArchTest
    static final ArchRule factsAreRecords = classes()
            .that()
            .implement(Fact.class)
            .and()
            .areNotInterfaces()
            .should()
            .beRecords();

    @ArchTest
    static final ArchRule factsDoNotKnowTheClock = noClasses()
            .that()
            .implement(Fact.class)
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.Clock");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("cn.bishui.contracts.(**)").should().beFreeOfCycles();
}
