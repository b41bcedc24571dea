//go:build go1.24

package main

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"time"
)

// contest is what runs against each other, interleaved: each round gives every contestant a short turn, so that
// what disturbs the machine disturbs all alike.
type contest []func()

// enter adds a contestant and gives the number by which the results know it.
func (contest *contest) enter(contestant func()) int {
	*contest = append(*contest, contestant)
	return len(*contest) - 1
}

// run gives the median nanoseconds of each contestant.
func (contest contest) run(brief bool) []float64 {
	rounds, turn := 501, 1000
	if brief {
		rounds, turn = 3, 100
	}
	samples := make([][]float64, len(contest))
	for round := 0; round < rounds; round++ {
		for number, contestant := range contest {
			start := time.Now()
			for call := 0; call < turn; call++ {
				contestant()
			}
			samples[number] = append(samples[number], float64(time.Since(start).Nanoseconds())/float64(turn))
		}
	}
	medians := make([]float64, len(contest))
	for number := range samples {
		slices.Sort(samples[number])
		medians[number] = samples[number][rounds/2]
	}
	return medians
}

// report prints one comparison. The ratio is theirs / ours: above one, ours is faster.
func report(name, against string, ours, theirs float64, asJSON bool) {
	if !asJSON {
		fmt.Printf("%-14s %6.0f ns   %.2f times faster than %s (%.0f ns)\n", name, ours, theirs/ours, against, theirs)
		return
	}
	round := func(value float64, digits int) json.Number {
		return json.Number(fmt.Sprintf("%.*f", digits, value))
	}
	must(0, json.NewEncoder(os.Stdout).Encode(struct {
		Case    string      `json:"case"`
		Against string      `json:"against"`
		Ours    json.Number `json:"ours_ns"`
		Theirs  json.Number `json:"theirs_ns"`
		Ratio   json.Number `json:"ratio"`
	}{name, against, round(ours, 1), round(theirs, 1), round(theirs/ours, 3)}))
}
