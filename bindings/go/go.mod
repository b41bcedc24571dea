module github.com/token04/token04/bindings/go

go 1.21
