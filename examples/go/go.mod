module example.com/token04-example

go 1.21

require github.com/token04/token04/bindings/go v0.0.0

replace github.com/token04/token04/bindings/go => ../../bindings/go
