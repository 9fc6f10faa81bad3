package cn.bishui.testkit;

import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How the code of every service is built. A service's {@code ArchitectureTests} includes them:
 *
 * <pre>{@code
 * @AnalyzeClasses(packages = "cn.bishui.permits", importOptions = ImportOption.DoNotIncludeTests.class)
 * class ArchitectureTests {
 *     @ArchTest
 *     static final ArchTests rules = ArchTests.in(ServiceRules.class);
 * }
 * }</pre>
 */
public final class ServiceRules {

    private static final String[] ADAPTERS = {
        "..jdbc..", "..kafka..", "..web..", "..tcp..", "..http..", "..schedule..", "..media.."
    };

    /** What the domain and its use cases may know of a framework: the marks that make a use case one. */
    private static final Set<String> MARKS = Set.of(
            "org.springframework.stereotype.Service",
            "org.springframework.stereotype.Component",
            "org.springframework.transaction.annotation.Transactional",
            "org.springframework.transaction.annotation.Propagation",
            "org.springframework.transaction.annotation.Isolation",
            "org.springframework.boot.context.properties.ConfigurationProperties",
            "org.springframework.boot.context.properties.bind.DefaultValue",
            "org.springframework.boot.context.properties.bind.Name");

    private static final Pattern WORDLESS_NAME = Pattern.compile(".*(Impl|Manager|Helper|Utils?|Data|Info|Dto|DTO)$");

    /** Nobody can depend on an adapter that nobody can name. */
    @ArchTest
    public static final ArchRule adaptersAreHidden = classes()
            .that()
            .resideInAnyPackage(ADAPTERS)
            .and()
            .areTopLevelClasses()
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .bePackagePrivate()
            .allowEmptyShould(true);

    /** A change to one package must not come back to it through others. */
    @ArchTest
    public static final ArchRule packagesHaveNoCycles =
            slices().matching("cn.bishui.(**)").should().beFreeOfCycles();

    /** The domain is plain Java. */
    @ArchTest
    public static final ArchRule domainIsFreeOfFrameworks = noClasses()
            .that()
            .resideOutsideOfPackages(ADAPTERS)
            .and(DescribedPredicate.not(assembleTheService()))
            .should()
            .dependOnClassesThat(belongToAFramework())
            .allowEmptyShould(true);

    /** Every endpoint says who may call it. */
    @ArchTest
    public static final ArchRule endpointsNameTheirRole = methods()
            .that()
            .areMetaAnnotatedWith("org.springframework.web.bind.annotation.RequestMapping")
            .should(be(new GuardedMethod()))
            .allowEmptyShould(true);

    /** A package is named for what it holds, never for a kind of code. */
    @ArchTest
    public static final ArchRule packagesAreNamedForTheirMatter = noClasses()
            .should()
            .resideInAnyPackage(
                    "..application..",
                    "..common..",
                    "..util..",
                    "..utils..",
                    "..helper..",
                    "..core..",
                    "..base..",
                    "..impl..",
                    "..dto..");

    /** So is a class. */
    @ArchTest
    public static final ArchRule classesAreNamedForTheirMatter = noClasses().should(be(new WordlessName()));

    private ServiceRules() {}

    private static DescribedPredicate<JavaClass> assembleTheService() {
        return DescribedPredicate.describe(
                "assemble the service",
                type -> type.isMetaAnnotatedWith("org.springframework.context.annotation.Configuration")
                        || type.getEnclosingClass()
                                .map(outer -> outer.isMetaAnnotatedWith(
                                        "org.springframework.context.annotation.Configuration"))
                                .orElse(false));
    }

    private static DescribedPredicate<JavaClass> belongToAFramework() {
        return DescribedPredicate.describe("belong to a framework", type -> {
            String name = type.getName();
            boolean plain = type.isPrimitive()
                    || type.isArray()
                    || name.startsWith("java.")
                    || name.startsWith("javax.crypto.")
                    || name.startsWith("cn.bishui.")
                    || name.startsWith("org.jspecify.annotations.")
                    || name.startsWith("org.slf4j.")
                    || MARKS.contains(name);
            return !plain;
        });
    }

    private static final class GuardedMethod extends DescribedPredicate<JavaMethod> {

        private static final String PRE_AUTHORIZE = "org.springframework.security.access.prepost.PreAuthorize";
        private static final String PUBLIC = "cn.bishui.web.Public";

        GuardedMethod() {
            super("guarded by @PreAuthorize or marked @Public");
        }

        @Override
        public boolean test(JavaMethod method) {
            return method.isMetaAnnotatedWith(PRE_AUTHORIZE)
                    || method.isAnnotatedWith(PUBLIC)
                    || method.getOwner().isMetaAnnotatedWith(PRE_AUTHORIZE)
                    || method.getOwner().isAnnotatedWith(PUBLIC);
        }
    }

    private static final class WordlessName extends DescribedPredicate<JavaClass> {

        WordlessName() {
            super("named Impl, Manager, Helper, Util, Data, Info or Dto");
        }

        @Override
        public boolean test(JavaClass type) {
            return WORDLESS_NAME.matcher(type.getSimpleName()).matches();
        }
    }
}
