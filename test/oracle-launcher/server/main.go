// The judge of the launcher dialect: what Go itself and the kubelet make of a text. A line of JSON in, a line of JSON out.
// The vendor's SDK is a thin layer over these (strings, strconv, path, time) and is itself not to be had from the module proxy.
package main

import (
	"bufio"
	"encoding/json"
	"math/big"
	"os"
	"path"
	"strconv"
	"strings"
	"time"

	"k8s.io/kubernetes/third_party/forked/golang/expansion"
)

type question struct {
	Op        string            `json:"op"`
	Text      string            `json:"text"`
	Variables map[string]string `json:"variables"`
}

type answer struct {
	OK    bool     `json:"ok"`
	Text  string   `json:"text,omitempty"`
	Parts []string `json:"parts,omitempty"`
}

func main() {
	lines := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	encoder := json.NewEncoder(out)
	for {
		line, err := lines.ReadBytes('\n')
		if err != nil {
			return
		}
		var asked question
		if err := json.Unmarshal(line, &asked); err != nil {
			panic(err)
		}
		if err := encoder.Encode(judge(asked)); err != nil {
			panic(err)
		}
	}
}

func judge(asked question) answer {
	text := asked.Text
	switch asked.Op {
	case "int":
		number, err := strconv.Atoi(text)
		return answer{OK: err == nil, Text: strconv.Itoa(number)}
	case "absolute":
		return answer{OK: path.IsAbs(text)}
	case "split":
		separator, rest, _ := strings.Cut(text, " ")
		return answer{OK: true, Parts: strings.Split(rest, separator)}
	case "time":
		var at time.Time
		if err := json.Unmarshal([]byte(strconv.Quote(text)), &at); err != nil {
			return answer{}
		}
		// UnixNano overflows outside the years 1678 to 2262.
		nanoseconds := new(big.Int).Mul(big.NewInt(at.Unix()), big.NewInt(1e9))
		nanoseconds.Add(nanoseconds, big.NewInt(int64(at.Nanosecond())))
		return answer{OK: true, Text: nanoseconds.String()}
	case "expand":
		return answer{OK: true, Text: expansion.Expand(text, expansion.MappingFuncFor(asked.Variables))}
	}
	panic("unknown op " + asked.Op)
}
