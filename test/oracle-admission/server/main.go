// Admission as the API server has it built in: PodSecurity, LimitRanger, and how ResourceQuota counts pods. One question a line, one answer
// a line.
package main

import (
	"bufio"
	"encoding/json"
	"os"

	corev1 "k8s.io/api/core/v1"
	utilerrors "k8s.io/apimachinery/pkg/util/errors"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	api "k8s.io/kubernetes/pkg/apis/core"
	_ "k8s.io/kubernetes/pkg/apis/core/install"
	quota "k8s.io/kubernetes/pkg/quota/v1/evaluator/core"
	"k8s.io/kubernetes/plugin/pkg/admission/limitranger"
	podsecurity "k8s.io/pod-security-admission/api"
	"k8s.io/pod-security-admission/policy"
	"k8s.io/utils/clock"
)

type standard struct {
	Level   string `json:"level"`
	Version string `json:"version"`
}

type question struct {
	Op        string                        `json:"op"`
	Pod       *corev1.Pod                   `json:"pod"`
	Claim     *corev1.PersistentVolumeClaim `json:"claim"`
	Standards []standard                    `json:"standards"`
	Limits    []*corev1.LimitRange          `json:"limits"`
	Required  []corev1.ResourceName         `json:"required"`
}

type answer struct {
	// Of each standard, why the pod would not be admitted.
	Reasons [][]string `json:"reasons,omitempty"`
	// Why an object would not be admitted.
	Errors []string `json:"errors,omitempty"`
	// What a pod counts as.
	Usage map[string]string `json:"usage,omitempty"`
}

func main() {
	evaluator, err := newEvaluator()
	if err != nil {
		panic(err)
	}
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
		if err := encoder.Encode(judge(asked, evaluator)); err != nil {
			panic(err)
		}
	}
}

func judge(asked question, evaluator policy.Evaluator) answer {
	switch asked.Op {
	case "security":
		return answer{Reasons: reasons(asked, evaluator)}
	case "limits":
		return answer{Errors: messages(limits(asked))}
	case "usage":
		return usage(asked)
	}
	panic("unknown op " + asked.Op)
}

func reasons(asked question, evaluator policy.Evaluator) [][]string {
	all := [][]string{}
	for _, each := range asked.Standards {
		version, err := podsecurity.ParseVersion(each.Version)
		if err != nil {
			panic(err)
		}
		found := []string{}
		level := podsecurity.LevelVersion{Level: podsecurity.Level(each.Level), Version: version}
		for _, result := range evaluator.EvaluatePod(level, &asked.Pod.ObjectMeta, &asked.Pod.Spec) {
			if !result.Allowed {
				found = append(found, result.ForbiddenReason)
			}
		}
		all = append(all, found)
	}
	return all
}

func limits(asked question) error {
	var errs []error
	for _, limitRange := range asked.Limits {
		legacyscheme.Scheme.Default(limitRange)
	}
	if asked.Claim != nil {
		claim := &api.PersistentVolumeClaim{}
		legacyscheme.Scheme.Default(asked.Claim)
		if err := legacyscheme.Scheme.Convert(asked.Claim, claim, nil); err != nil {
			panic(err)
		}
		for _, limitRange := range asked.Limits {
			errs = append(errs, limitranger.PersistentVolumeClaimValidateLimitFunc(limitRange, claim))
		}
		return utilerrors.NewAggregate(errs)
	}
	pod := &api.Pod{}
	legacyscheme.Scheme.Default(asked.Pod)
	if err := legacyscheme.Scheme.Convert(asked.Pod, pod, nil); err != nil {
		panic(err)
	}
	for _, limitRange := range asked.Limits {
		if err := limitranger.PodMutateLimitFunc(limitRange, pod); err != nil {
			panic(err)
		}
	}
	for _, limitRange := range asked.Limits {
		errs = append(errs, limitranger.PodValidateLimitFunc(limitRange, pod))
	}
	return utilerrors.NewAggregate(errs)
}

func messages(err error) []string {
	if err == nil {
		return nil
	}
	aggregate, ok := err.(utilerrors.Aggregate)
	if !ok {
		return []string{err.Error()}
	}
	found := []string{}
	for _, each := range utilerrors.Flatten(aggregate).Errors() {
		found = append(found, each.Error())
	}
	return found
}

func usage(asked question) answer {
	legacyscheme.Scheme.Default(asked.Pod)
	list, err := quota.PodUsageFunc(asked.Pod, clock.RealClock{})
	if err != nil {
		panic(err)
	}
	counted := map[string]string{}
	for name, quantity := range list {
		counted[string(name)] = quantity.String()
	}
	evaluator := quota.NewPodEvaluator(nil, clock.RealClock{})
	return answer{Usage: counted, Errors: messages(evaluator.Constraints(asked.Required, asked.Pod))}
}
