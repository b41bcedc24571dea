# token04 for CocoaPods, over a C library that is already installed: in /usr/local, or where TOKEN04_PREFIX says when
# `pod install` runs.
Pod::Spec.new do |spec|
  prefix = ENV.fetch('TOKEN04_PREFIX', '/usr/local')

  spec.name = 'token04'
  spec.version = '0.1.0'
  spec.summary = 'Issue, read and verify ZEGO Token04'
  spec.homepage = 'https://github.com/token04/token04'
  spec.license = { :type => 'MIT OR Apache-2.0', :file => 'LICENSE' }
  spec.authors = 'The token04 authors'
  spec.source = { :git => 'https://github.com/token04/token04.git', :tag => "v#{spec.version}" }

  spec.osx.deployment_target = '10.15'
  spec.frameworks = 'Foundation'
  spec.module_name = 'Token04'
  spec.source_files = 'bindings/objc/token04/*.{h,m}'
  spec.private_header_files = 'bindings/objc/token04/T04Bridge.h'
  spec.libraries = 'token04'
  spec.xcconfig = {
    'HEADER_SEARCH_PATHS' => "\"#{prefix}/include\"",
    'LIBRARY_SEARCH_PATHS' => "\"#{prefix}/lib\"",
  }
end
