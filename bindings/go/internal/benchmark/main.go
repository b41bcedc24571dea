// Command benchmark measures what a token costs: ours against the best that a Go program could do with the
// standard library, in one interleaved run. scripts/bench.sh go runs it; --json prints a line per comparison,
// --brief only shows that it works.
//go:build go1.24

package main

import (
	"flag"
	"log"
	"time"

	token04 "github.com/token04/token04/bindings/go"
)

const (
	appID  = 1234567890
	secret = "0123456789abcdef0123456789ABCDEF"
	userID = "user1"
	ttl    = time.Hour
)

var payloads = []struct{ name, payload string }{
	{"plain", ""},
	{"room", `{"room_id":"room1","privilege":{"1":1,"2":0},"stream_id_list":["s1","s2"]}`},
}

func main() {
	log.SetFlags(0)
	json := flag.Bool("json", false, "print a line of JSON per comparison")
	brief := flag.Bool("brief", false, "only show that the benchmark works")
	flag.Parse()
	for _, row := range payloads {
		measure(row.name, row.payload, *json, *brief)
	}
}

func measure(name, payload string, json, brief bool) {
	issuer := must(token04.NewIssuer(appID, secret))
	verifier := must(token04.NewVerifier(appID, secret))
	crypto, byHand := newGoCrypto(), newByHand()
	token := must(issuer.IssuePayload(userID, ttl, payload))
	for _, theirs := range []string{crypto.issue(userID, ttl, payload), byHand.issue(userID, ttl, payload)} {
		if claims := must(verifier.Verify(theirs)); claims.Payload != payload || len(theirs) > len(token) {
			log.Fatalf("the competition made %s", theirs)
		}
	}

	var contest contest
	issue := contest.enter(func() { must(issuer.IssuePayload(userID, ttl, payload)) })
	dropIn := contest.enter(func() { must(token04.GenerateToken04(appID, userID, secret, 3600, payload)) })
	verify := contest.enter(func() { must(verifier.Verify(token)) })
	theirIssue := contest.enter(func() { crypto.issue(userID, ttl, payload) })
	theirVerify := contest.enter(func() { must(crypto.verify(token)) })
	handIssue := contest.enter(func() { byHand.issue(userID, ttl, payload) })
	type comparison struct {
		name         string
		against      string
		ours, theirs int
	}
	comparisons := []comparison{
		{"issue/" + name, "go crypto", issue, theirIssue},
		{"drop-in/" + name, "go crypto", dropIn, theirIssue},
		{"verify/" + name, "go crypto", verify, theirVerify},
		{"issue/" + name, "go crypto by hand", issue, handIssue},
	}
	if payload != "" {
		// The rivals get the payload as text; ours write it, and with a profile also check it.
		privilege := token04.NewRoomPrivilege("room1").Streams("s1", "s2")
		checking := must(token04.NewIssuer(appID, secret, token04.WithProfile(token04.ProfileRTC)))
		room := contest.enter(func() { must(issuer.IssueRoom(userID, ttl, privilege)) })
		checked := contest.enter(func() { must(checking.IssueRoom(userID, ttl, privilege)) })
		comparisons = append(comparisons,
			comparison{"issue-room/none", "go crypto", room, theirIssue},
			comparison{"issue-room/rtc", "go crypto", checked, theirIssue})
	}
	var many []string
	if payload == "" {
		many = make([]string, 64)
		for at := range many {
			many[at] = userID
		}
		batch := contest.enter(func() { must(issuer.IssueMany(many, ttl, payload)) })
		comparisons = append(comparisons, comparison{"batch/plain", "go crypto", batch, theirIssue})
	}
	figures := contest.run(brief)
	if many != nil {
		// Per token, as all others.
		figures[len(figures)-1].divide(len(many))
	}

	for _, row := range comparisons {
		report(row.name, row.against, figures[row.ours], figures[row.theirs], json)
	}
}

func must[Result any](result Result, err error) Result {
	if err != nil {
		log.Fatal(err)
	}
	return result
}
