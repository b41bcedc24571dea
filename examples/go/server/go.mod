module example.com/token04-server-example

go 1.21

require (
	github.com/golang-jwt/jwt/v5 v5.2.2
	github.com/token04/token04/bindings/go v0.0.0
)

replace github.com/token04/token04/bindings/go => ../../../bindings/go
