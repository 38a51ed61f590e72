plugins {
    application
}

repositories {
    mavenLocal() // as long as Ashlar is not published
    mavenCentral()
}

dependencies {
    implementation("dev.ashlar:allocator-core:0.1.0-SNAPSHOT")
    annotationProcessor("dev.ashlar:struct-processor:0.1.0-SNAPSHOT")
}

java {
    toolchain {
        languageVersion = JavaLanguageVersion.of(25)
    }
}

application {
    mainClass = "people.Main"
}
