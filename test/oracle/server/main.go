// The oracle: the API server's own code on a pipe. One JSON request a line on standard input, one JSON answer a line on standard
// output, in any order (the id tells which is which). It is built from this source for every minor of Kubernetes, with the
// requirements in modules/ and a build tag since_1_29, since_1_30 … for each minor up to its own; files that do not fit all minors say in
// their names which they are for. Only tests use it; the client is test/oracle/oracle.ts.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"sync"

	"github.com/go-logr/logr"
	"k8s.io/klog/v2"
	"k8s.io/kubernetes/pkg/capabilities"
)

type question struct {
	ID       json.Number `json:"id"`
	Op       string      `json:"op"`
	Object   string      `json:"object"`
	DryRun   bool        `json:"dryRun"`
	Text     string      `json:"text"`
	A        string      `json:"a"`
	B        string      `json:"b"`
	Name     string      `json:"name"`
	Schedule string      `json:"schedule"`
	TimeZone *string     `json:"timeZone"`
	From     string      `json:"from"`
	N        int         `json:"n"`
}

type answer struct {
	ID json.Number `json:"id"`
	OK bool        `json:"ok"`
	// Of a create: the HTTP status, the violations, the warnings and the object as it would be stored.
	Code     int             `json:"code,omitempty"`
	Errors   []violation     `json:"errors,omitempty"`
	Warnings []string        `json:"warnings,omitempty"`
	Object   json.RawMessage `json:"object,omitempty"`
	// Of kinds: what is served.
	Kinds []kind `json:"kinds,omitempty"`
	// Of every other operation.
	Message   string            `json:"message,omitempty"`
	Documents []json.RawMessage `json:"documents,omitempty"`
	Runs      []string          `json:"runs,omitempty"`
	Quantity  *quantity         `json:"quantity,omitempty"`
	Compare   *int              `json:"compare,omitempty"`
}

type violation struct {
	Field   string `json:"field"`
	Type    string `json:"type"`
	Message string `json:"message"`
}

func main() {
	// As every cluster that kubeadm or a vendor sets up: --allow-privileged=true.
	capabilities.Setup(true, 0)
	klog.SetLogger(logr.Discard())
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := bufio.NewWriterSize(os.Stdout, 1<<20)
	slots := make(chan struct{}, runtime.NumCPU())
	answers := make(chan answer, 1024)
	written := make(chan struct{})
	go write(out, answers, written)
	var pending sync.WaitGroup
	for {
		line, err := in.ReadBytes('\n')
		if len(line) > 1 {
			slots <- struct{}{}
			pending.Add(1)
			go func() {
				defer func() { <-slots; pending.Done() }()
				answers <- judge(line)
			}()
		}
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, "oracle:", err)
			os.Exit(1)
		}
	}
	pending.Wait()
	close(answers)
	<-written
}

// write flushes whenever no answer is waiting, so that a lone request is answered at once and many are batched.
func write(out *bufio.Writer, answers <-chan answer, written chan<- struct{}) {
	defer close(written)
	for a := range answers {
		line, err := json.Marshal(a)
		if err != nil {
			line, _ = json.Marshal(answer{ID: a.ID, Message: "oracle: " + err.Error()})
		}
		out.Write(line)
		out.WriteByte('\n')
		if len(answers) == 0 {
			if out.Flush() != nil {
				os.Exit(1)
			}
		}
	}
	out.Flush()
}

// judge answers one request. A panic in the server's code costs the real server's client its connection: nothing is stored.
func judge(line []byte) (a answer) {
	var r question
	if err := json.Unmarshal(line, &r); err != nil {
		return answer{ID: "-1", Message: "oracle: " + err.Error()}
	}
	defer func() {
		if p := recover(); p != nil {
			text := fmt.Sprint(p)
			a = answer{Code: 500, Message: text, Errors: []violation{{Type: "Panic", Message: text}}}
		}
		a.ID = r.ID
	}()
	switch r.Op {
	case "create":
		return create([]byte(r.Object), r.DryRun)
	case "kinds":
		return kinds()
	case "yaml":
		return readYAML(r.Text)
	case "cron":
		return parseCron(r.Schedule, r.TimeZone, r.From, r.N)
	case "timezone":
		return findTimeZone(r.Name)
	case "quantity":
		return parseQuantity(r.Text)
	case "compareQuantity":
		return compareQuantity(r.A, r.B)
	}
	return answer{Message: fmt.Sprintf("oracle: no operation %q", r.Op)}
}
