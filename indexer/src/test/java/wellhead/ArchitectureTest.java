package wellhead;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the README says of the flow, one way. */
@AnalyzeClasses(packages = "wellhead", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule storyImportsTheJdkOnly =
      classes()
          .that()
          .resideInAPackage("wellhead.story")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("wellhead.story", "java..", "org.jspecify.annotations");

  @ArchTest
  static final ArchRule schemaImportsStoriesAndLuceneOnly =
      classes()
          .that()
          .resideInAPackage("wellhead.schema")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "wellhead.schema",
              "wellhead.story",
              "org.apache.lucene..",
              "java..",
              "org.jspecify.annotations");

  @ArchTest
  static final ArchRule timeKnowsStoriesOnly =
      noClasses()
          .that()
          .resideInAPackage("wellhead.indexer.time")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "wellhead.schema",
              "wellhead.indexer.page",
              "wellhead.indexer.capture",
              "wellhead.indexer.assemble",
              "wellhead.indexer.index");

  @ArchTest
  static final ArchRule pagesAreReadBeforeAnythingIsDatedOrIndexed =
      noClasses()
          .that()
          .resideInAnyPackage("wellhead.indexer.page", "wellhead.indexer.capture")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "wellhead.schema", "wellhead.indexer.assemble", "wellhead.indexer.index");

  @ArchTest
  static final ArchRule whatIsFetchedIsReadByOthers =
      noClasses()
          .that()
          .resideInAnyPackage("wellhead.indexer.fetch", "wellhead.indexer.state")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "wellhead.schema",
              "wellhead.story",
              "wellhead.indexer.page",
              "wellhead.indexer.time",
              "wellhead.indexer.capture",
              "wellhead.indexer.assemble",
              "wellhead.indexer.index");

  @ArchTest
  static final ArchRule onlyFetchingAsksTheWeb =
      noClasses()
          .that()
          .resideOutsideOfPackage("wellhead.indexer.fetch")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("okhttp3..", "okio..", "crawlercommons..", "java.net.http..");

  @ArchTest
  static final ArchRule storiesAreAssembledWithoutLucene =
      noClasses()
          .that()
          .resideInAnyPackage(
              "wellhead.indexer.assemble",
              "wellhead.indexer.page",
              "wellhead.indexer.time",
              "wellhead.indexer.capture")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("wellhead.schema", "org.apache.lucene..");

  @ArchTest
  static final ArchRule nothingDependsOnCommandsButCommands =
      noClasses()
          .that()
          .resideOutsideOfPackage("..cli")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..cli");

  @ArchTest
  static final ArchRule onlyCommandsKnowPicocli =
      noClasses()
          .that()
          .resideOutsideOfPackage("..cli")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..");

  @ArchTest
  static final ArchRule packagesDoNotDependOnEachOtherInACircle =
      slices().matching("wellhead.(**)").should().beFreeOfCycles();
}
