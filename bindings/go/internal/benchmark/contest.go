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

// figures are the nanoseconds of a contestant.
type figures struct {
	median, minimum float64
}

func (figures *figures) divide(by int) {
	figures.median /= float64(by)
	figures.minimum /= float64(by)
}

// run gives the figures of each contestant.
func (contest contest) run(brief bool) []figures {
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
	all := make([]figures, len(contest))
	for number := range samples {
		slices.Sort(samples[number])
		all[number] = figures{samples[number][rounds/2], samples[number][0]}
	}
	return all
}

// report prints one comparison. The ratio is theirs / ours: above one, ours is faster.
func report(name, against string, ours, theirs figures, asJSON bool) {
	if !asJSON {
		fmt.Printf("%-15s %5.0f ns (minimum %.0f)   %.2f times faster than %s: %.0f ns (minimum %.0f)\n", name,
			ours.median, ours.minimum, theirs.median/ours.median, against, theirs.median, theirs.minimum)
		return
	}
	round := func(value float64, digits int) json.Number {
		return json.Number(fmt.Sprintf("%.*f", digits, value))
	}
	must(0, json.NewEncoder(os.Stdout).Encode(struct {
		Case      string      `json:"case"`
		Against   string      `json:"against"`
		Ours      json.Number `json:"ours_ns"`
		Theirs    json.Number `json:"theirs_ns"`
		Ratio     json.Number `json:"ratio"`
		OursMin   json.Number `json:"ours_min_ns"`
		TheirsMin json.Number `json:"theirs_min_ns"`
	}{name, against, round(ours.median, 1), round(theirs.median, 1), round(theirs.median/ours.median, 3),
		round(ours.minimum, 1), round(theirs.minimum, 1)}))
}
