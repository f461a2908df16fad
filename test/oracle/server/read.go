// The parsers that the server and kubectl read with: YAML, cron schedules, time zones, quantities.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"time"
	_ "time/tzdata"
	_ "unsafe"

	"github.com/robfig/cron/v3"
	"gopkg.in/inf.v0"
	"k8s.io/apimachinery/pkg/api/resource"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/yaml"
)

// The host's own zone files are left out, so that the names known are the same on every machine: those of Go's tzdata.
//
//go:linkname platformZoneSources time.platformZoneSources
var platformZoneSources []string

func init() { platformZoneSources = nil }

// readYAML reads as kubectl does: documents apart, then each to JSON, empty ones and null skipped.
func readYAML(text string) answer {
	a := answer{OK: true, Documents: []json.RawMessage{}}
	decoder := yaml.NewYAMLOrJSONDecoder(strings.NewReader(text), 4096)
	for {
		var document runtime.RawExtension
		if err := decoder.Decode(&document); err != nil {
			if errors.Is(err, io.EOF) {
				return a
			}
			return answer{Message: err.Error()}
		}
		raw := bytes.TrimSpace(document.Raw)
		if len(raw) > 0 && !bytes.Equal(raw, []byte("null")) {
			a.Documents = append(a.Documents, raw)
		}
	}
}

func findTimeZone(name string) answer {
	if _, err := time.LoadLocation(name); err != nil {
		return answer{Message: err.Error()}
	}
	return answer{OK: true}
}

// parseCron parses a schedule as the CronJob controller does and lists the next n runs after a moment, in UTC.
func parseCron(schedule string, timeZone *string, from string, n int) answer {
	if timeZone != nil {
		schedule = "TZ=" + *timeZone + " " + schedule
	}
	parsed, err := cron.ParseStandard(schedule)
	if err != nil {
		return answer{Message: err.Error()}
	}
	a := answer{OK: true}
	if n == 0 {
		return a
	}
	moment, err := time.Parse(time.RFC3339, from)
	if err != nil {
		return answer{Message: "oracle: " + err.Error()}
	}
	for moment = moment.UTC(); len(a.Runs) < n; {
		// A zero time means that there is none within five years.
		if moment = parsed.Next(moment); moment.IsZero() {
			break
		}
		a.Runs = append(a.Runs, moment.UTC().Format(time.RFC3339Nano))
	}
	return a
}

type quantity struct {
	Canonical string `json:"canonical"`
	Sign      int    `json:"sign"`
	// Under resources a value is rounded up to a thousandth: its canonical form and the number of thousandths.
	Rounded string `json:"rounded"`
	Milli   string `json:"milli,omitempty"`
}

func read(text string) (resource.Quantity, error) {
	return resource.ParseQuantity(strings.TrimSpace(text))
}

func parseQuantity(text string) answer {
	q, err := read(text)
	if err != nil {
		return answer{Message: err.Error()}
	}
	result := quantity{Canonical: q.String(), Sign: q.Sign()}
	q.RoundUp(resource.Milli)
	result.Rounded = q.String()
	// A number of a thousand digits and more is left out: writing out 1e999999999 would take for ever.
	if d := q.AsDec(); d.Scale() > -1000 {
		result.Milli = new(inf.Dec).Round(d, 3, inf.RoundUp).UnscaledBig().String()
	}
	return answer{OK: true, Quantity: &result}
}

func compareQuantity(a, b string) answer {
	x, err := read(a)
	if err != nil {
		return answer{Message: err.Error()}
	}
	y, err := read(b)
	if err != nil {
		return answer{Message: err.Error()}
	}
	order := x.Cmp(y)
	return answer{OK: true, Compare: &order}
}
