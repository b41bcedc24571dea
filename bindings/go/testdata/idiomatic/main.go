// Makes a token with the package's own API, as a program outside the repository.
package main

import (
	"fmt"
	"log"
	"os"
	"time"

	token04 "github.com/token04/token04/bindings/go"
)

func main() {
	issuer, err := token04.NewIssuer(1234567890, os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	token, err := issuer.IssueRoom("user1", time.Hour, token04.NewRoomPrivilege("room1"))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Print(token)
}
