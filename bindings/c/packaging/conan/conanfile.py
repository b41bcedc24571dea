"""Builds the checkout that this recipe is in, with the Cargo of the machine: conan create bindings/c/packaging/conan"""
import os

from conan import ConanFile
from conan.errors import ConanInvalidConfiguration
from conan.tools.cmake import CMake, CMakeToolchain, cmake_layout
from conan.tools.files import copy, load, rm, rmdir

required_conan_version = ">=2.0"


class Token04(ConanFile):
    name = "token04"
    description = "Issue, read and verify ZEGO Token04"
    license = "MIT OR Apache-2.0"
    url = homepage = "https://github.com/token04/token04"
    topics = ("zego", "zegocloud", "token", "authentication")
    package_type = "library"
    settings = "os", "arch", "compiler", "build_type"
    options = {"shared": [True, False]}
    default_options = {"shared": False}

    @property
    def checkout(self):
        return os.path.join(self.recipe_folder, "..", "..", "..", "..")

    def set_version(self):
        line = next(line for line in load(self, os.path.join(self.checkout, "Cargo.toml")).splitlines()
                    if line.startswith("version = "))
        self.version = line.split('"')[1]

    def export_sources(self):
        # Cargo wants the whole workspace, though it builds two crates of it.
        for pattern in ("Cargo.*", "LICENSE*", "THIRD-PARTY-NOTICES.md", "crates/*", "include/*", "scripts/*",
                        "bindings/c/*", "bindings/cpp/include/*", "bindings/*/Cargo.toml", "bindings/*/build.rs",
                        "bindings/*/src/*.rs"):
            copy(self, pattern, self.checkout, self.export_sources_folder,
                 excludes=("*/node_modules/*", "*/target/*", "*/__pycache__/*"))

    def configure(self):
        # Neither the C++ standard library nor the compiler's C++ matters to a C library.
        self.settings.rm_safe("compiler.cppstd")
        self.settings.rm_safe("compiler.libcxx")

    def package_id(self):
        # Rust makes the same library whatever compiles the program.
        self.info.settings.rm_safe("compiler")
        self.info.settings.rm_safe("build_type")

    def validate(self):
        if self.settings.os != "Linux":
            raise ConanInvalidConfiguration("token04 is only built for Linux so far")

    def layout(self):
        cmake_layout(self)

    def generate(self):
        CMakeToolchain(self).generate()

    def build(self):
        cmake = CMake(self)
        cmake.configure(build_script_folder="bindings/c")
        cmake.build()

    def package(self):
        CMake(self).install()
        copy(self, "*", os.path.join(self.package_folder, "share", "doc", "token04"),
             os.path.join(self.package_folder, "licenses"))
        rm(self, "libtoken04.a" if self.options.shared else "libtoken04.so*", os.path.join(self.package_folder, "lib"))
        # Conan writes its own.
        for folder in ("lib/cmake", "lib/pkgconfig", "share"):
            rmdir(self, os.path.join(self.package_folder, folder))

    def package_info(self):
        self.cpp_info.libs = ["token04"]
        if not self.options.shared:
            self.cpp_info.system_libs = ["pthread", "dl"]
            self.cpp_info.exelinkflags = self.cpp_info.sharedlinkflags = ["-Wl,--gc-sections"]
            self.cpp_info.set_property("cmake_target_aliases", ["token04::token04_static"])
